package derrick.ops.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Messages about files that cannot be read, or not unambiguously. */
class ImportRefusalTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private static final String TABLE = """
            time,wob [t]
            2026-03-01T12:00:00Z,2
            """;

    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void prepare(TestInfo test) {
        String rig = test.getTestMethod().orElseThrow().getName();
        imports = new ImportFixture(database, folder, rig);
    }

    @Test
    void aRefusalSuggestsACommandWithAllMissingOptions() throws IOException {
        Path file = imports.write(
                "rig's log.csv", "When;well;wob [t]\n2026-03-01T12:00:00Z;A;1,5\n2026-03-01T12:00:00Z;B;2,5\n");

        Cli refused = imports.load(file);
        String command =
                refused.messages().lines().reduce((before, last) -> last).orElseThrow();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines())
                .filteredOn(line -> !line.contains(folder.toString()))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(refused.messages())
                .contains("derrick: no column holds the times")
                .contains("derrick: column 'well': names more than one well ('A', 'B')")
                .contains("derrick: if 'When' holds them:")
                .doesNotContain(database.address().password().orElse("no password"));
        assertThat(command)
                .startsWith("  derrick import '%s' --database-url postgresql://"
                        .formatted(file.toString().replace("'", "'\\''")))
                .endsWith(" --map When=timestamp --map well=rig_id");
        assertThat(Cli.run(imports.withDatabase(
                                "import", file.toString(), "--map", "When=timestamp", "--map", "well=rig_id"))
                        .out())
                .containsPattern(" 2  stored");
    }

    @Test
    void aSuggestedOptionReplacesTheGivenOne() throws IOException {
        Path file = imports.write("log.csv", "time,WOB\n2026-03-01T12:00:00Z,2\n");

        assertThat(imports.load(file, "--units", "WOB=UNIT", "--null", "WOB=UNIT")
                        .messages())
                .contains(" --null WOB=UNIT --database-url ")
                .endsWith(" --units WOB=UNIT\n")
                .containsOnlyOnce("--units WOB=UNIT\n")
                .doesNotContain("--units WOB=UNIT --null");
        assertThat(imports.load(file, "--units=WOB=stone").messages())
                .doesNotContain("--units=WOB=stone")
                .endsWith(" --units WOB=UNIT\n");
    }

    @Test
    void aLostDatabaseIsReportedWithTheStoredRows() throws IOException {
        Sql sql = new Sql(database.dataSource());
        sql.run(
                "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'",
                "CREATE TRIGGER cut BEFORE INSERT ON sensor_data FOR EACH ROW WHEN (NEW.wob = 99)"
                        + " EXECUTE FUNCTION cut()");
        StringBuilder table = new StringBuilder("time,wob [t]\n");
        for (int row = 0; row < 5001; row++) {
            table.append("2026-03-01T%02d:%02d:%02dZ,%d\n"
                    .formatted(row / 3600, row / 60 % 60, row % 60, row == 5000 ? 99 : 1));
        }

        Cli lost = imports.load(imports.write("lost.csv", table.toString()));

        assertThat(lost.exitCode()).isEqualTo(3);
        assertThat(lost.err())
                .contains("derrick: the database cannot be used: ")
                .endsWith("; 5000 rows are stored; run the command again to continue\n");
        sql.run("DROP TRIGGER cut ON sensor_data", "DROP FUNCTION cut");
        assertThat(imports.load(folder.resolve("lost.csv")).out())
                .containsPattern(" 1  stored")
                .containsPattern(" 5,000  duplicates");
    }

    @Test
    void aMalformedRowIsReportedWithTheStoredRows() throws IOException {
        StringBuilder table = new StringBuilder("time,wob [t],well\n");
        for (int row = 0; row < 5001; row++) {
            table.append("2026-03-01T%02d:%02d:%02dZ,1,A\n".formatted(row / 3600, row / 60 % 60, row % 60));
        }

        assertThat(imports.load(imports.write("open.csv", table + "2026-03-02T00:00:00Z,1,\"A\n"))
                        .messages())
                .endsWith("; of the rows before it, 5000 were stored and 0 are duplicates; correct it and run the"
                        + " command again\n");
        assertThat(imports.load(imports.write("first.csv", "time,wob [t]\n2026-03-01T12:00:00Z,\"1\n"))
                        .messages())
                .doesNotContain("were stored");
    }

    @Test
    void aSecondWellIsRefusedBeforeAnyRowIsStored() throws IOException {
        Path file = imports.write("wells.csv", wells());

        Cli refused = imports.load(file);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.messages())
                .startsWith("derrick: column 'well': names more than one well ('A', 'B'); with --map 'well=rig_id'")
                .doesNotContain("were stored")
                .endsWith(" --map well=rig_id\n");
        assertThat(imports.exported()).isEmpty();
        assertThat(imports.load(file, "--dry-run").exitCode()).isEqualTo(2);
    }

    @Test
    void aSecondWellInAStreamNeverStoresRowsTwice() throws IOException {
        Cli refused = Cli.piped(wells(), imports.withDatabase("import", "-", "--rig", imports.rig()));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.messages())
                .contains("column 'well': names 'A' above line 5002, and 'B' in it; write one file for each")
                .doesNotContain("--map")
                .contains("of the rows before it, 5000 were stored and 0 are duplicates");
        assertThat(imports.exported()).hasSize(5000);
        assertThat(imports.load(imports.write("a.csv", wells().replaceAll(".*,B\n", "")))
                        .out())
                .containsPattern(" 0  stored")
                .containsPattern(" 5,000  duplicates");
    }

    private static String wells() {
        StringBuilder table = new StringBuilder("time,wob [t],well\n");
        for (int row = 0; row < 5001; row++) {
            table.append("2026-03-01T%02d:%02d:%02dZ,1,%s\n"
                    .formatted(row / 3600, row / 60 % 60, row % 60, row == 5000 ? "B" : "A"));
        }
        return table.toString();
    }

    @Test
    void aNullMarkerInNdjsonIsCountedAsAGap() throws IOException {
        Cli imported = imports.load(
                imports.write(
                        "log.ndjson",
                        "{\"timestamp\":\"2026-03-01T12:00:00Z\",\"wob\":-999.25,\"rop\":77,\"torque\":9999}"),
                "--null",
                "77");

        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .containsPattern(" 1  cells read as no value: -999.25")
                .containsPattern(" 1  cells read as no value: 77")
                .containsPattern(" 1  cells stored as a value: 9999 in torque")
                .contains("--null NUMBER");
    }

    @Test
    void anAbbreviatedZoneIsRefusedWithTheReason() throws IOException {
        assertThat(imports.load(imports.write("log.csv", TABLE), "--zone", "CST"))
                .extracting(Cli::exitCode, cli -> cli.messages().replaceAll("; see.*\n", ""))
                .containsExactly(
                        2,
                        "derrick: Invalid value for option '--zone': 'CST' is short for several zones; write one"
                                + " such as America/Chicago, or an offset such as -06:00");
        assertThat(imports.load(imports.write("log.csv", TABLE), "--time-format", "when")
                        .messages())
                .contains("'when' is not a time format");
    }

    @Test
    void theColumnReportSaysHowTimesAndNumbersAreRead() throws IOException {
        Cli imported = imports.load(
                imports.write("log.csv", "Rig: R1\n\nDate;Time;wob [t]\n31.12.2026;18:04:32;1,5\n"),
                "--zone",
                "Europe/Oslo");

        assertThat(imported.err())
                .contains("columns (header in line 3):")
                .containsPattern("Date +timestamp, read as d/M/y, in Europe/Oslo\n")
                .contains("numbers are read with a decimal comma");
        assertThat(imports.exported()).singleElement().asString().contains("2026-12-31T17:04:32Z,");
    }
}
