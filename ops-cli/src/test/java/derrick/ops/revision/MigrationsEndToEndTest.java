package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a database when an upgrade goes well, and when it does not: a table of cases, each run as a person
 * runs it. Each begins at 001 with the tables {@code bit}, in which two rows have the same size, and {@code run}, which
 * has a partition. A script that waits for itself runs out of time.
 *
 * <p>Elsewhere, and nowhere twice: several who migrate at once ({@link ConcurrentCommandsTest}), all forms of a URL and
 * what each error is called ({@link ErrorsEndToEndTest}), {@code --sql} for every pair of revisions ({@code
 * PlanSqlTest}), {@code adopt} ({@link AdoptCommandTest}), each kind of difference up and down ({@code
 * derrick.migrations.diff}), every packaged revision with rows ({@code derrick.migrations.verify}).
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class MigrationsEndToEndTest {
    private static final String NONE = "";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    /**
     * A case.
     *
     * @param upgrade V002, its statements each on a line
     * @param exitCode of {@code upgrade}
     * @param error what it says on stderr
     * @param states of 001 to 003 then
     * @param tables there are then, and the indexes that are not valid
     * @param mending SQL after which {@code upgrade} reaches head; empty if it is there
     */
    private record Case(
            String name, String upgrade, int exitCode, String error, String states, String tables, String mending) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                done("plain statements", "CREATE TABLE pump (id integer);\nCREATE INDEX pump_id ON pump (id);"),
                done("CONCURRENTLY alone", "CREATE INDEX CONCURRENTLY bit_id ON bit (id);"),
                done("CONCURRENTLY among others", """
                        ALTER TABLE bit ADD COLUMN maker text;
                        CREATE INDEX CONCURRENTLY bit_maker ON bit (maker);
                        ALTER TABLE bit ALTER COLUMN maker SET DEFAULT 'x';
                        """),
                done("DROP INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY bit_size;"),
                done("REINDEX CONCURRENTLY", "REINDEX INDEX CONCURRENTLY bit_size;\nREINDEX (CONCURRENTLY) TABLE bit;"),
                done("DETACH CONCURRENTLY", "ALTER TABLE run DETACH PARTITION run_2026 CONCURRENTLY;"),
                done("VACUUM", "VACUUM bit;"),
                done("COMMIT inside a DO block", "DO $$ BEGIN UPDATE bit SET size = 1; COMMIT; END $$;\nVACUUM bit;"),
                new Case(
                        "failure at the second statement",
                        "CREATE TABLE pump (id integer);\nCREATE TABLE hose (id integr);",
                        4,
                        "V002__change_bit.sql, line 2: type \"integr\" does not exist (SQLSTATE 42704)",
                        "applied pending pending",
                        "bit run run_2026",
                        "CREATE DOMAIN integr AS integer"),
                new Case(
                        "failing second of three, for its rows",
                        "CREATE TABLE pump (id integer);\nALTER TABLE bit ADD UNIQUE (size);",
                        4,
                        "line 2: could not create unique index \"bit_size_key\" (SQLSTATE 23505)",
                        "applied pending pending",
                        "bit run run_2026",
                        "DELETE FROM bit WHERE id = 1"),
                new Case(
                        "CONCURRENTLY fails on duplicates",
                        "CREATE UNIQUE INDEX CONCURRENTLY bit_once ON bit (size);",
                        4,
                        "line 1: could not create unique index \"bit_once\" (SQLSTATE 23505)",
                        "applied failed pending",
                        "bit bit_once run run_2026",
                        "DELETE FROM bit WHERE id = 1"),
                new Case(
                        "CONCURRENTLY among others fails on duplicates",
                        "ALTER TABLE bit ADD COLUMN IF NOT EXISTS maker text;\n"
                                + "CREATE UNIQUE INDEX CONCURRENTLY bit_once ON bit (size);",
                        4,
                        "line 2: could not create unique index \"bit_once\" (SQLSTATE 23505)",
                        "applied failed pending",
                        "bit bit_once run run_2026",
                        "DELETE FROM bit WHERE id = 1"),
                new Case(
                        "what a script refuses itself",
                        "DO $$ BEGIN IF EXISTS (SELECT FROM bit) THEN RAISE 'not with rows'; END IF; END $$;",
                        4,
                        "not with rows (SQLSTATE P0001)",
                        "applied pending pending",
                        "bit run run_2026",
                        "DELETE FROM bit"));
    }

    private static Case done(String name, String upgrade) {
        return new Case(name, upgrade, 0, NONE, "applied applied applied", NONE, NONE);
    }

    @BeforeEach
    void atRevision001() {
        scripts = new Scripts(folder).write("V001__make_bit.sql", """
                        CREATE TABLE bit (id integer, size integer);
                        CREATE INDEX bit_size ON bit (size);
                        INSERT INTO bit VALUES (1, 8), (2, 8);
                        CREATE TABLE run (day date NOT NULL) PARTITION BY RANGE (day);
                        CREATE TABLE run_2026 PARTITION OF run FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                        """).table("003", "mast");
        assertThat(derrick("upgrade", "1").exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anUpgradeEndsWithTheExpectedExitCode(Case wanted) {
        scripts.write("V002__change_bit.sql", wanted.upgrade());

        Cli upgrade = derrick("upgrade");

        assertThat(upgrade.exitCode()).as(upgrade.err()).isEqualTo(wanted.exitCode());
        assertThat(upgrade.err()).contains(wanted.error()).doesNotContain("Exception", "\tat ");
        assertThat(states()).isEqualTo(wanted.states());
        if (wanted.exitCode() == 0) {
            assertThat(invalidIndexes()).isEmpty();
            assertThat(derrick("upgrade").out()).isEqualToIgnoringNewLines("nothing to do");
            return;
        }
        assertThat(String.join(" ", tables())).isEqualTo(wanted.tables());
        assertThat(derrick("upgrade", "--plan").out()).startsWith("apply 002_change_bit: ");
        assertThat(derrick("upgrade").exitCode()).as("a second try").isEqualTo(4);
        new Sql(database.dataSource()).run(wanted.mending());
        assertThat(derrick("upgrade").exitCode()).as("once it is mended").isZero();
        assertThat(states()).isEqualTo("applied applied applied");
        assertThat(invalidIndexes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade 3", "upgrade --plan", "upgrade --sql", "upgrade 3 --single-transaction"})
    void aScriptThatCommitsIsRejectedBeforeAnythingRuns(String command) {
        scripts.write(
                "V002__change_bit.sql", "CREATE TABLE pump (id integer);\nCOMMIT;\nCREATE TABLE hose (id integr);");

        Cli refused = derrick(command.split(" "));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("V002__change_bit.sql, line 2: COMMIT must be removed");
        assertThat(states()).isEqualTo("applied pending pending");
        assertThat(tables()).doesNotContain("pump");
    }

    private String states() {
        return derrick("history", "--json")
                .out()
                .replaceAll("[\\[\\]\\n]", "")
                .replaceAll("\\{[^}]*\"state\":\"(\\w+)\"[^}]*}", "$1")
                .replace(',', ' ');
    }

    private List<String> tables() {
        return new Sql(database.dataSource()).rows("""
                SELECT relname
                FROM pg_class LEFT JOIN pg_index ON indexrelid = pg_class.oid
                WHERE relnamespace = 'public'::regnamespace AND relname !~ '^flyway'
                    AND (relkind IN ('r', 'p') OR NOT indisvalid)
                ORDER BY relname
                """);
    }

    private List<String> invalidIndexes() {
        return new Sql(database.dataSource()).rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");
    }

    private Cli derrick(String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--migrations=" + folder,
                                "--database-url=" + database.address().url()))
                .toArray(String[]::new));
    }
}
