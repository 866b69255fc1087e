package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.run.MigrationFailed;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class VerificationTest {
    private static final String RUN = """
            CREATE TABLE run (
                id    serial PRIMARY KEY,
                bit   varchar(20) NOT NULL,
                wear  double precision,
                begun timestamp
            );
            CREATE INDEX run_bit ON run (bit);
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void oneTable() {
        scripts = new Scripts(folder).write("V001__make_run.sql", RUN).write("U001__make_run.sql", "DROP TABLE run;\n");
    }

    @AfterEach
    void noScratchIsLeft() {
        assertThat(new Sql(database.dataSource())
                        .rows("SELECT datname FROM pg_database WHERE datname LIKE 'derrick_verify%'"))
                .isEmpty();
    }

    @Test
    void aCompleteDowngradeIsNoFinding() {
        second("ALTER TABLE run ADD COLUMN hours double precision;", "ALTER TABLE run DROP COLUMN hours;");

        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void objectsThatADowngradeLeavesAreFound() {
        second(
                "DROP INDEX run_bit;\nCREATE TABLE spare (id integer);",
                "CREATE INDEX run_bit ON run (wear);\nCREATE VIEW runs AS SELECT 1 AS one;");

        assertThat(verified().findings())
                .contains(
                        "002 down: table spare is only in the database", "002 down: view runs is only in the database")
                .anyMatch(finding -> finding.startsWith("002 down: index run.run_bit: definition is"))
                .anyMatch(finding -> finding.matches("002 up again: V002__change_run.sql, line 2: .*already exists.*"
                        + "|002 up again: .*V002__change_run.sql, line 2: relation \"spare\" already exists.*"));
    }

    @Test
    void valuesThatADowngradeChangesAreFound() {
        second(
                "ALTER TABLE run ALTER COLUMN wear TYPE real;",
                "ALTER TABLE run ALTER COLUMN wear TYPE double precision;");

        assertThat(verified().findings())
                .singleElement()
                .asString()
                // Lost precision is found by either downgrade.
                .matches("002 (up|down): .*");
    }

    @Test
    void aLostColumnIsNamedWithAValue() {
        second(
                "ALTER TABLE run DROP COLUMN bit;",
                "ALTER TABLE run ADD COLUMN bit varchar(20) NOT NULL DEFAULT 'x';\n"
                        + "ALTER TABLE run ALTER bit DROP DEFAULT;\nCREATE INDEX run_bit ON run (bit);");

        assertThat(verified().findings()).containsExactly("002 down: rows of run: bit: 'x', not 's1' (6 of 6 rows)");
    }

    @Test
    void rowsThatADowngradeDeletesAreCounted() {
        second("SELECT 1;", "DELETE FROM run WHERE wear IS NULL;");

        assertThat(verified().findings())
                .containsExactly("002 down: rows of run: 4 rows, not 6", "002 up again: rows of run: 4 rows, not 6");
    }

    @Test
    void aMissingTimeZoneConversionIsFound() {
        second(
                "ALTER TABLE run ALTER begun TYPE timestamptz"
                        + " USING begun AT TIME ZONE current_setting('derrick.legacy_time_zone');",
                "ALTER TABLE run ALTER begun TYPE timestamp USING begun AT TIME ZONE 'UTC';");

        assertThat(verified().findings())
                .anyMatch(finding ->
                        finding.matches("002 down: rows of run: begun: '20.*', not '20.*' \\(4 of 6 rows\\)"));
    }

    @Test
    void onlyDeclaredColumnsMayDiffer() {
        second(
                "ALTER TABLE run DROP COLUMN wear;",
                "-- verify:differs run.wear because it is not measured\n"
                        + "ALTER TABLE run ADD COLUMN wear double precision;");
        assertThat(verified().findings()).isEmpty();

        second("ALTER TABLE run DROP COLUMN wear;", """
                -- verify:differs run.wear because it is not measured
                ALTER TABLE run ADD COLUMN wear double precision;
                UPDATE run SET begun = NULL;
                """);
        assertThat(verified().findings())
                .hasSize(2)
                .allMatch(finding -> finding.matches("002 (down|up again): rows of run: begun: NULL, not '.*"));

        second("SELECT 1;", "-- verify:differs run because its rows are deleted\nDELETE FROM run;");
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void anUnusedOrMalformedDeclarationIsAFinding() {
        second("-- verify:differs run.wear because it might\nSELECT 1;", "-- verify:differs run.begun\nSELECT 1;");

        assertThat(verified().findings())
                .containsExactly(
                        "002 verify:differs: V002__change_run.sql, line 1: no difference found; remove the comment",
                        "002 verify:differs: U002__change_run.sql, line 1: write"
                                + " '-- verify:differs TABLE[.COLUMN] because REASON'");
    }

    @Test
    void aTableThatCannotBeSeededIsNamedOnce() {
        second("ALTER TABLE run ADD CHECK (id < 0) NOT VALID;", "ALTER TABLE run DROP CONSTRAINT run_id_check;");
        scripts.write("V003__make_log.sql", "CREATE TABLE log (line text CHECK (length(line) > 1000) NOT NULL);")
                .write("U003__make_log.sql", "DROP TABLE log;")
                .table("004", "spare")
                .table("005", "another");

        assertThat(verified().findings())
                .singleElement()
                .asString()
                .startsWith("004 seeding: log cannot be seeded: ")
                .contains("log_line_check");
    }

    @Test
    void aMissingDowngradeScriptIsAFindingAndTheRestIsVerified() {
        second("SELECT 1;", "SELECT 1;");
        scripts.delete("U001__make_run.sql");

        assertThat(verified().findings())
                .containsExactly("001 down: there is no " + folder.resolve("U001__make_run.sql") + "; nothing was run");
    }

    @Test
    void aRevisionMayRejectEdgeCasesByRaiseException() {
        second("""
                DO $$ BEGIN
                    IF EXISTS (SELECT FROM run WHERE wear < 0 OR wear > 1) THEN
                        RAISE EXCEPTION 'wear out of range';
                    END IF;
                END $$;
                ALTER TABLE run ADD CONSTRAINT run_wear_check CHECK (wear BETWEEN 0 AND 1);
                """, "ALTER TABLE run DROP CONSTRAINT run_wear_check;");

        Verified verified = verified();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.rejections())
                .singleElement()
                .asString()
                .startsWith("002 ")
                .contains("wear out of range");
    }

    @Test
    void aRevisionThatFailsOnRowsIsAFinding() {
        second(
                "ALTER TABLE run ADD CONSTRAINT run_wear_check CHECK (wear BETWEEN 0 AND 1);",
                "ALTER TABLE run DROP CONSTRAINT run_wear_check;");

        assertThat(verified().findings())
                .singleElement()
                .asString()
                .contains("002 up: ", "V002__change_run.sql, line 1", "run_wear_check", "SQLSTATE 23514");
    }

    @Test
    void aSequenceBehindItsRowsIsAFinding() {
        second("ALTER TABLE run ADD COLUMN hours integer;", """
                ALTER TABLE run RENAME TO old;
                ALTER TABLE old RENAME CONSTRAINT run_pkey TO old_pkey;
                ALTER SEQUENCE run_id_seq RENAME TO old_id_seq;
                ALTER INDEX run_bit RENAME TO old_bit;
                """ + RUN + """
                INSERT INTO run SELECT id, bit, wear, begun FROM old;
                DROP TABLE old;
                """);

        assertThat(verified().findings())
                .containsExactly(
                        "002 down: the sequence of run.id would return a number in use",
                        "002 up again: the sequence of run.id would return a number in use");
    }

    @Test
    void anUpgradeThatFailsWithoutRowsEndsTheVerification() {
        second("ALTER TABLE runs ADD COLUMN wear real;", "SELECT 1;");

        assertThatThrownBy(this::verified).isInstanceOf(MigrationFailed.class).hasMessageContaining("line 1");
    }

    @Test
    void scriptsOutsideATransactionAreVerifiedToo() {
        second("DROP INDEX CONCURRENTLY run_bit;", "CREATE INDEX CONCURRENTLY run_bit ON run (bit);");
        assertThat(verified().findings()).isEmpty();

        second("CREATE UNIQUE INDEX CONCURRENTLY run_wear ON run ((1));", "DROP INDEX CONCURRENTLY run_wear;");
        assertThat(verified().findings())
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("002 up: ") && finding.contains("SQLSTATE 23505"));
    }

    private void second(String up, String down) {
        scripts.write("V002__change_run.sql", up).write("U002__change_run.sql", down);
    }

    private Verified verified() {
        return Verified.by(scripts.revisions(), database);
    }
}
