package derrick.ops.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.testing.SharedData;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private static final String TABLE = """
            Time,Weight on Bit klbf,Hole Depth m,MSE MPa
            2026-03-01T12:00:00Z,2,1000.5,33
            2026-03-01T12:00:01Z,,1000.6,34
            2026-03-01T12:00:02Z,,,35
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
    void aTableIsStoredInTheUnitsOfTheChannels() throws IOException {
        Path file = imports.write("log.csv", TABLE);

        Cli imported = imports.load(file);

        assertThat(imported.exitCode())
                .as("a row without a value is no finding")
                .isZero();
        assertThat(imported.out()).containsPattern(" 3  rows received").containsPattern(" 2  stored");
        assertThat(imported.err())
                .containsPattern("Weight on Bit klbf +wob, in klbf, converted to t")
                .containsPattern("Hole Depth m +depth, in m")
                .containsPattern("not imported, 1 of 4 columns:\\R +MSE MPa");
        assertThat(imports.exported())
                .hasSize(2)
                .first()
                .asString()
                .contains("2026-03-01T12:00:00Z,1000.5,,,0.90718474,");
    }

    @Test
    void cellsReadAsNoValueAreCounted() throws IOException {
        Cli imported = imports.load(imports.write("log.csv", """
                timestamp,wob [t],rpm [rpm]
                2026-03-01T12:00:00Z,-999.25,120
                2026-03-01T12:00:01Z,-999.25,121
                2026-03-01T12:00:02Z,12,
                """));

        assertThat(imported.out())
                .containsPattern(" 2  cells read as no value: -999.25")
                .containsPattern(" 1  cells read as no value: empty");
    }

    @Test
    void theOutputFitsIn80Columns() throws IOException {
        Cli imported = imports.load(imports.write("log.csv", "timestamp,wob [t],%s\n,1,\n".formatted("x".repeat(200))));

        assertThat(Stream.concat(imported.out().lines(), imported.err().lines())
                        .filter(line -> !line.startsWith("derrick: ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aSecondImportOfAFileStoresNothing() throws IOException {
        Path file = imports.write("log.csv", TABLE);
        imports.load(file);

        assertThat(imports.load(file, "--json").out())
                .startsWith("{\"received\":3,\"stored\":0,\"duplicates\":2,\"conflicts\":0,\"rejected\":1,\"rejects\":"
                        + "[{\"row\":4,\"field\":\"channels\",\"reason\":\"no channel has a value\"}],"
                        + "\"gaps\":{\"empty\":3}}");
        assertThat(imports.exported()).hasSize(2);
    }

    @Test
    void rejectedRowsAreExitCode1AndListedInAFile() throws IOException {
        Path file =
                imports.write("log.csv", "timestamp,wob [t]\n2026-03-01T12:00:00Z,heavy\n2026-03-01T12:00:01Z,12\n");

        Cli imported = imports.load(file);

        assertThat(imported.exitCode()).isEqualTo(1);
        assertThat(rejects(file))
                .content()
                .startsWith("row,field,reason\n2,wob [t],")
                .hasLineCount(2);
        assertThat(imported.err()).contains(rejects(file).toString());
    }

    @Test
    void aConflictIsExitCode1AndKeepsTheStoredRecord() throws IOException {
        imports.load(imports.write("first.csv", "timestamp,wob [t]\n2026-03-01T12:00:00Z,12\n"));
        Path other = imports.write("other.csv", "timestamp,wob [t]\n2026-03-01T12:00:00Z,13\n");

        Cli imported = imports.load(other, "--json");

        assertThat(imported.exitCode()).isEqualTo(1);
        assertThat(imported.out()).contains("\"conflicts\":1,\"rejected\":0,\"rejects\":[]}");
        assertThat(rejects(other)).content().contains("2,timestamp,another record of this rig and time is stored");
        assertThat(imports.exported()).singleElement().asString().contains(",12.0,");
    }

    @Test
    void anOldRejectsFileIsDeletedIfNoRowIsRejected() throws IOException {
        Path file = imports.write("log.csv", "timestamp,wob [t]\n2026-03-01T12:00:00Z,heavy\n");
        imports.load(file);
        assertThat(rejects(file)).exists();

        imports.write("log.csv", "timestamp,wob [t]\n2026-03-01T12:00:00Z,12\n");
        imports.load(file);

        assertThat(rejects(file)).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aDryRunReportsTheCountsAndStoresNothing() throws IOException {
        Path file = imports.write("log.csv", TABLE);

        Cli dryRun = imports.load(file, "--dry-run", "--json");

        assertThat(dryRun.exitCode()).isZero();
        assertThat(dryRun.out()).startsWith("{\"dry_run\":true,\"received\":3,\"would_store\":2,");
        assertThat(imports.load(file, "--dry-run").out())
                .doesNotContain("stored")
                .contains(" 2  new, would be imported");
        assertThat(imports.exported()).isEmpty();
        assertThat(rejects(file)).doesNotExist();
    }

    @Test
    void ndjsonIsDetectedByNameAndByContent() throws IOException {
        String lines = """
                {"rig_id":"%s","timestamp":"2026-03-01T12:00:00Z","wob":12.5}
                {"rig_id":"%s","timestamp":"2026-03-01T12:00:01Z","wob":12.6}
                """.formatted(imports.rig(), imports.rig());

        assertThat(Cli.run(imports.withDatabase(
                                "import", imports.write("log.ndjson", lines).toString()))
                        .out())
                .containsPattern(" 2  stored");
        assertThat(Cli.piped(lines, imports.withDatabase("import", "-", "--dry-run"))
                        .out())
                .containsPattern(" 2  duplicates");
        String array = "[" + lines.strip().replace("\n", ",") + "]";
        assertThat(imports.load(imports.write("log", array)).out()).containsPattern(" 2  duplicates");
    }

    @Test
    void optionsForCsvAreRejectedForJson() throws IOException {
        Cli refused = imports.load(imports.write("log.ndjson", "{}"), "--zone", "UTC");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.messages()).contains("--zone", "NDJSON").hasLineCount(1);
    }

    @Test
    void columnsUnitsAndZoneAreOptions() throws IOException {
        Path file = imports.write("log.csv", "When,WOBX,ROPX\n2026-03-01 12:00:00,10,-77\n2026-03-01 12:00:01,11,20\n");

        Cli imported = imports.load(
                file,
                "--map",
                "When=timestamp",
                "--map",
                "WOBX=wob",
                "--units",
                "WOBX=t",
                "--map",
                "ROPX=rop",
                "--units",
                "ROPX=m/h",
                "--zone",
                "Europe/Oslo",
                "--null",
                "-77");

        assertThat(imported.exitCode()).isZero();
        assertThat(imports.exported()).hasSize(2).first().asString().contains("2026-03-01T11:00:00Z,,,,10.0,,,,,");
    }

    @Test
    void missingUnitsAreReportedInOneLine() throws IOException {
        Cli refused = imports.load(imports.write("log.csv", "timestamp,wob,rop\n2026-03-01T12:00:00Z,10,20\n"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.messages())
                .contains("column 'wob': has no unit", "column 'rop': has no unit")
                .containsOnlyOnce("with each column's own unit in place of UNIT")
                .contains("--units wob=UNIT --units rop=UNIT");
    }

    @Test
    void aUnitInTheFileIsOverriddenOnlyWithForceUnits() throws IOException {
        Path file = imports.write("log.csv", "timestamp,WOB (klbf)\n2026-03-01T12:00:00Z,10\n");

        Cli refused = imports.load(file, "--units", "WOB (klbf)=t");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.messages()).contains("'klbf'", "'t'", "--force-units");
        assertThat(imports.exported()).isEmpty();

        assertThat(imports.load(file, "--units", "WOB (klbf)=t", "--force-units")
                        .exitCode())
                .isZero();
        assertThat(imports.exported()).singleElement().asString().contains(",10.0,");
    }

    @Test
    void aTableByDepthNeedsStart() throws IOException {
        Path file = imports.write("log.csv", "Measured Depth m,Rate of Penetration m/h\n1000,20\n1010,20\n");

        Cli refused = imports.load(file);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.messages())
                .contains("no times", "--start", "with the time of the first row in place of TIME:")
                .endsWith(" --start TIME\n")
                .hasLineCount(3);
        assertThat(imports.load(imports.write("rates.csv", "Measured Depth m,WOB t\n1000,20\n1010,20\n"))
                        .messages())
                .contains("no column holds the rate of penetration")
                .hasLineCount(2);

        assertThat(imports.load(file, "--start", "2026-03-01T12:00:00Z").exitCode())
                .isZero();
        assertThat(imports.exported())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record).endsWith("derived"));
    }

    @Test
    void anUnreadableFileIsOneLineAndStoresNothing() throws IOException {
        assertThat(imports.load(folder.resolve("none.csv")))
                .isEqualTo(new Cli(2, "", "derrick: file not found: " + folder.resolve("none.csv") + "\n"));
        assertThat(imports.load(folder).exitCode()).isEqualTo(2);
        assertThat(imports.load(imports.write("empty.csv", "")).exitCode()).isEqualTo(2);
        assertThat(imports.load(imports.write("log.csv", TABLE.replace("klbf", "stone")))
                        .messages())
                .startsWith("derrick: column 'Weight on Bit stone': the unit 'stone' is not known");
        assertThat(imports.exported()).isEmpty();
    }

    @Test
    void aRealLogIsStoredWithoutItsEmptyRows() throws IOException {
        Path real = SharedData.file("time/volve_15-9-F-9A_2009_drilling_time_30s.csv");
        Path file = Files.copy(real, folder.resolve("log.csv"));

        assertThat(imports.load(file, "--json").out())
                .startsWith("{\"received\":54644,\"stored\":54557,\"duplicates\":0,\"conflicts\":0,\"rejected\":87,");
        assertThat(imports.exported()).hasSize(54_557);
        assertThat(imports.load(file, "--json").out())
                .startsWith("{\"received\":54644,\"stored\":0,\"duplicates\":54557,");
    }

    private static Path rejects(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejects.csv");
    }
}
