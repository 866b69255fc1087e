package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RevisionCommandsTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private static final String HEAD = Revisions.packaged().head().name();
    private static final int COUNT = Revisions.packaged().all().size();

    @Test
    void anEmptyDatabaseIsAtBase() {
        assertThat(derrick("current").out()).startsWith("base, with no revision applied; head is " + HEAD);
        assertThat(derrick("current", "--json").out())
                .startsWith("{\"revision\":null,\"name\":null,\"head\":\"")
                .contains("\"behind\":%d,\"state\":\"empty\"}".formatted(COUNT));
    }

    @Test
    void anUpgradeByOneStepIsBehindHead() {
        Cli upgrade = derrick("upgrade", "+1");

        assertThat(upgrade.exitCode()).isZero();
        assertThat(upgrade.out()).isEqualToIgnoringNewLines("applied 001_initial_schema");
        assertThat(derrick("current").out()).startsWith("001_initial_schema, %d behind %s".formatted(COUNT - 1, HEAD));
        assertThat(derrick("current", "--json").out())
                .startsWith("{\"revision\":\"001\",\"name\":\"001_initial_schema\",\"head\":")
                .contains("\"state\":\"ok\"");
    }

    @Test
    void anUpgradeGoesToHeadAndThenHasNothingToDo() {
        assertThat(derrick("upgrade", "--json").out()).startsWith("{\"applied\":[\"001\",\"002\"");
        assertThat(derrick("current").out()).startsWith(HEAD + " (head)");
        assertThat(derrick("upgrade").out()).startsWith("nothing to do");
        assertThat(derrick("upgrade", "--json").out()).startsWith("{\"applied\":[]}");
    }

    @Test
    void allCommandsWarnOfFilesThatDoNotRun(@TempDir Path folder) {
        new Scripts(folder).table("001", "bit").write("R__view.sql", "CREATE VIEW v AS SELECT 1;");
        String option = "--migrations=" + folder;
        String warning = folder.resolve("R__view.sql") + " does not run: ";

        for (String command : new String[] {"current", "history", "upgrade", "check"}) {
            assertThat(derrick(command, option).err()).contains("derrick: " + warning);
        }
        assertThat(Cli.run("lint", option).err()).contains("derrick: " + warning);
        assertThat(derrick("current", "--json", option).out())
                .endsWith("\"state\":\"ok\",\"warnings\":[\"%s\"]}\n"
                        .formatted(warning + "there are no repeatable files; make it a V file"));
        assertThat(derrick("upgrade", "--json", option).out()).startsWith("{\"applied\":[],\"warnings\":[\"");
        assertThat(derrick("history", "--json", option).out()).doesNotContain("warnings");
        assertThat(derrick("current").err()).doesNotContain("does not run");
    }

    @Test
    void historyShowsAppliedAndPendingRevisions() {
        derrick("upgrade", "001");

        assertThat(derrick("history").out().lines())
                .hasSize(2 * COUNT)
                .startsWith("001_initial_schema")
                .anySatisfy(line -> assertThat(line)
                        .matches("  applied 2.*Z by %s in \\d+ ms, can be undone"
                                .formatted(database.address().user())))
                .last()
                .isEqualTo("  pending, can be undone");
        assertThat(derrick("history", "--json").out())
                .contains("{\"revision\":\"001\",\"name\":\"001_initial_schema\",\"state\":\"applied\"")
                .containsPattern("\"state\":\"pending\",.*\"execution_ms\":null,\"undo\":true}");
    }

    @Test
    void aDowngradeToBaseWithoutATerminalIsRefused() {
        derrick("upgrade");

        Cli refused = derrick("downgrade", "base", "--no-backup");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("add --yes");
        assertThat(derrick("current").out()).contains("(head)");
    }

    @Test
    void aDowngradeUndoesTheLastRevision() {
        derrick("upgrade");

        assertThat(derrick("downgrade", "--no-backup", "--yes", "--json").out())
                .startsWith("{\"undone\":[\"" + HEAD.substring(0, 3));
        assertThat(derrick("current").out()).contains("1 behind " + HEAD);
    }

    @Test
    void aDowngradeNeedsTheAnswerYes() {
        derrick("upgrade");

        Cli refused = typed("no\n", "downgrade", "-1", "--no-backup");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(derrick("current").out()).contains("(head)");

        assertThat(typed("yes\n", "downgrade", "-1", "--no-backup").exitCode()).isZero();
        assertThat(derrick("current").out()).contains("1 behind " + HEAD);
    }

    @Test
    void aDowngradeToBaseNeedsTheDatabaseName() {
        derrick("upgrade");

        Cli refused = typed("yes\n", "downgrade", "base", "--no-backup");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("'" + database.address().database() + "'");
        assertThat(derrick("current").out()).contains("(head)");

        assertThat(typed(database.address().database() + "\n", "downgrade", "base", "--no-backup")
                        .exitCode())
                .isZero();
        assertThat(derrick("current").out()).startsWith("base");
    }

    @Test
    void anUnknownRevisionListsTheKnownOnes() {
        Cli unknown = derrick("upgrade", "777");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no revision '777'", "001_initial_schema", HEAD);
        assertThat(derrick("current").out()).startsWith("base");
    }

    @Test
    void aMisspeltOptionIsNotTakenForARevision() {
        derrick("upgrade");

        assertThat(derrick("downgrade", "--yess").err()).contains("unknown option '--yess'");
        assertThat(derrick("current").out()).contains("(head)");
    }

    @Test
    void aFolderOfScriptsReplacesThePackagedOnes(@TempDir Path folder) {
        Scripts scripts = new Scripts(folder).table("001", "bit").table("002", "pump");
        String option = "--migrations=" + folder;

        assertThat(derrick("upgrade", "+1", option).out()).isEqualToIgnoringNewLines("applied 001_make_bit");
        assertThat(derrick("current", option).out()).startsWith("001_make_bit, 1 behind 002_make_pump");
        assertThat(derrick("history", option).out()).contains("001_make_bit\n  applied", "002_make_pump");
        assertThat(derrick("downgrade", "base", "--no-backup", "--yes", option).out())
                .isEqualToIgnoringNewLines("undone 001_make_bit");

        scripts.table("002", "mast");
        Cli twice = derrick("upgrade", option);
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err())
                .contains("V002__make_mast.sql", "V002__make_pump.sql")
                .doesNotContain("database");
        assertThat(derrick("current", "--migrations=" + folder.resolve("none")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aStampChangesOnlyTheHistory() {
        assertThat(derrick("stamp", "001", "--force").out()).isEqualToIgnoringNewLines("added 001_initial_schema");
        assertThat(derrick("current").out()).startsWith("001_initial_schema, ");
        assertThat(derrick("stamp", "001", "--force", "--json").out()).startsWith("{\"added\":[],\"removed\":[],");
        assertThat(derrick("stamp", "-1").out()).isEqualToIgnoringNewLines("removed 001_initial_schema");
        assertThat(derrick("stamp", "base").out()).isEqualToIgnoringNewLines("nothing to do");
        assertThat(derrick("stamp").exitCode()).isEqualTo(2);
    }

    @Test
    void aPlanListsTheScriptsAndRunsNone(@TempDir Path folder) {
        new Scripts(folder).table("001", "bit").write("V002__clean_bit.sql", "VACUUM bit;\nVACUUM;\n");
        String option = "--migrations=" + folder;

        assertThat(derrick("upgrade", "--plan", option).out().lines())
                .containsExactly(
                        "apply 001_make_bit: 1 statement", "apply 002_clean_bit: 2 statements, outside a transaction");
        assertThat(derrick("upgrade", "--plan", "--json", option).out())
                .startsWith("{\"direction\":\"up\",\"steps\":"
                        + "[{\"revision\":\"001\",\"name\":\"001_make_bit\",\"script\":\"")
                .contains("V002__clean_bit.sql\",\"statements\":2,\"transactional\":false}],\"losses\":[]}");
        assertThat(derrick("downgrade", "001:base", "--plan", option).out())
                .isEqualToIgnoringNewLines("undo 001_make_bit: 1 statementlose bit: all rows");
        assertThat(derrick("current", option).out()).startsWith("base");
        assertThat(derrick("upgrade", "current", "--plan", option).out()).isEqualToIgnoringNewLines("nothing to do");
    }

    @Test
    void theSqlOfARangeNeedsNoDatabase() {
        String nowhere = "--database-url=postgresql://nobody@127.0.0.1:1/none";

        Cli upgrade = Cli.run("upgrade", "base:head", "--sql", nowhere);
        assertThat(upgrade.exitCode()).isZero();
        assertThat(upgrade.err()).isEmpty();
        assertThat(upgrade.out())
                .contains("CREATE TABLE IF NOT EXISTS flyway_schema_history", "V001__initial_schema.sql");
        assertThat(Cli.run("downgrade", "head:base", "--sql", nowhere).out()).contains("U001__initial_schema.sql");
        assertThat(Cli.run("stamp", "base:001", "--sql", nowhere).out()).contains("'V001__initial_schema.sql'");
        assertThat(Cli.run("upgrade", "--sql", nowhere).exitCode()).isEqualTo(3);
        assertThat(Cli.run("upgrade", "head:base", "--sql", nowhere).exitCode()).isEqualTo(2);
    }

    @Test
    void theSqlBeginsAtTheCurrentRevision() {
        derrick("upgrade", "001");

        assertThat(derrick("upgrade", "+1", "--sql").out())
                .contains("-- V002__")
                .doesNotContain("-- V001__", "CREATE TABLE IF NOT EXISTS flyway_schema_history");
        assertThat(derrick("upgrade", "base:head").exitCode()).isEqualTo(2);
        assertThat(derrick("stamp", "base:head").err()).contains("'base:head' is a range, for --plan and --sql only");
    }

    @Test
    void aSingleTransactionRejectsScriptsThatCannotRunInOne(@TempDir Path folder) {
        new Scripts(folder).table("001", "bit").write("V002__clean_bit.sql", "VACUUM bit;\n");
        String option = "--migrations=" + folder;

        assertThat(derrick("upgrade", "001", "--sql", "--single-transaction", option)
                        .out())
                .containsOnlyOnce("BEGIN;")
                .endsWith("COMMIT;\n");
        Cli refused = derrick("upgrade", "--sql", "--single-transaction", option);
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("V002__clean_bit.sql");
        assertThat(refused.out()).isEmpty();
        Cli online = derrick("upgrade", "--single-transaction", option);
        assertThat(online.exitCode()).isEqualTo(5);
        assertThat(online.err()).contains("V002__clean_bit.sql, line 1");
        assertThat(derrick("current", option).out()).startsWith("base");
    }

    @Test
    void aLockTimeoutNamesTheHolder() throws Exception {
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            long key = 77431708279161L + "\"public\".\"flyway_schema_history\"".hashCode();
            statement.execute("SELECT pg_advisory_lock(" + key + ")");

            Cli locked = derrick("upgrade", "--wait=4");
            assertThat(locked.exitCode()).isEqualTo(6);
            assertThat(locked.err())
                    .contains("derrick: waiting: process ", "application derrick", "migrates this database; try again");
            assertThat(locked.out()).isEmpty();
        }
        assertThat(derrick("current").out()).startsWith("base");
    }

    private Cli derrick(String... words) {
        return Cli.run(withDatabase(words));
    }

    private Cli typed(String lines, String... words) {
        return Cli.typed(lines, withDatabase(words));
    }

    private String[] withDatabase(String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of("--database-url", database.address().url()))
                .toArray(String[]::new);
    }
}
