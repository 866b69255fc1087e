package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.HistoryConflict;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.UnknownRevision;
import derrick.migrations.revision.WrongDirection;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SchemaMigrationTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void threeRevisions() {
        scripts = new Scripts(folder).table("001", "bit").table("002", "pump").table("003", "mast");
    }

    @Test
    void anUpgradeAppliesInOrderAndReportsEachRevision() {
        assertThat(upgrade("002")).extracting(Revision::name).containsExactly("001_make_bit", "002_make_pump");
        assertThat(listener.events).containsExactly("started 001", "committed 001", "started 002", "committed 002");
        assertThat(tables()).containsExactly("bit", "pump");
    }

    @Test
    void aSecondUpgradeHasNothingToDo() {
        upgrade("head");

        assertThat(upgrade("head")).isEmpty();
        assertThat(upgrade("003")).isEmpty();
    }

    @Test
    void aDowngradeUndoesTheLastRevisionFirst() {
        upgrade("head");
        listener.events.clear();

        assertThat(downgrade("001")).extracting(Revision::id).containsExactly("003", "002");
        assertThat(listener.events).containsExactly("started 003", "committed 003", "started 002", "committed 002");
        assertThat(tables()).containsExactly("bit");
    }

    @Test
    void anUndoneRevisionCanBeAppliedAndUndoneAgain() {
        upgrade("head");
        for (int round = 0; round < 3; round++) {
            assertThat(downgrade("-2")).hasSize(2);
            assertThat(tables()).containsExactly("bit");
            assertThat(upgrade("+2")).hasSize(2);
            assertThat(tables()).containsExactly("bit", "mast", "pump");
        }
        assertThat(downgrade("base")).hasSize(3);
        assertThat(tables()).isEmpty();
    }

    @Test
    void anUndoneRevisionIsNotUndoneAgain() {
        upgrade("head");
        downgrade("002");

        assertThat(downgrade("base")).extracting(Revision::id).containsExactly("002", "001");
    }

    @Test
    void theScriptsOfUndoneRevisionsMayBeDeleted() {
        upgrade("head");
        downgrade("002");
        scripts.delete("V003__make_mast.sql").delete("U003__make_mast.sql");

        assertThat(upgrade("head")).isEmpty();
        assertThat(downgrade("001")).extracting(Revision::id).containsExactly("002");
        assertThat(upgrade("head")).extracting(Revision::id).containsExactly("002");
        assertThat(downgrade("base")).hasSize(2);
    }

    @Test
    void theHistoryKeepsUndoneRevisions() {
        upgrade("002");
        downgrade("001");

        assertThat(new Sql(database.dataSource())
                        .rows("SELECT version, type, success FROM flyway_schema_history ORDER BY installed_rank"))
                .containsExactly("001 SQL t", "002 SQL t", "002 DELETE t");
    }

    @Test
    void aFailedScriptIsRolledBack() {
        scripts.write("V002__make_pump.sql", """
                -- two statements
                CREATE TABLE pump (id integer);

                CREATE TABLE hose (
                    id integr
                );
                """);

        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOfSatisfying(MigrationFailed.class, failure -> {
                    assertThat(failure.path())
                            .isEqualTo(folder.resolve("V002__make_pump.sql").toString());
                    assertThat(failure.line()).isEqualTo(5);
                    assertThat(failure.sqlState()).isEqualTo("42704");
                    assertThat(failure.statement())
                            .startsWith("CREATE TABLE hose")
                            .endsWith(")");
                })
                .hasMessage(folder.resolve("V002__make_pump.sql") + ", line 5: type \"integr\" does not exist"
                        + " (SQLSTATE 42704); it was rolled back; the statement: CREATE TABLE hose ( id integr )");
        assertThat(tables()).containsExactly("bit");
        assertThat(listener.events).containsExactly("started 001", "committed 001", "started 002");
        assertThat(current()).isEqualTo("001");
    }

    @Test
    void aFailedDowngradeLeavesTheRevisionApplied() {
        upgrade("head");
        scripts.write("U002__make_pump.sql", "DROP TABLE pump;\nDROP TABLE hose;\n");
        listener.events.clear();

        assertThatThrownBy(() -> downgrade("base"))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("U002__make_pump.sql, line 2: table \"hose\" does not exist (SQLSTATE 42P01)");
        assertThat(tables()).containsExactly("bit", "pump");
        assertThat(listener.events).containsExactly("started 003", "committed 003", "started 002");
        assertThat(current()).isEqualTo("002");
        assertThat(upgrade("head")).hasSize(1);
    }

    @Test
    void aMissingDowngradeScriptIsFoundBeforeTheFirstStep() {
        upgrade("head");
        scripts.delete("U001__make_bit.sql");

        assertThatThrownBy(() -> downgrade("base"))
                .isInstanceOf(MissingDowngradeScript.class)
                .hasMessage("there is no " + folder.resolve("U001__make_bit.sql") + "; nothing was run");
        assertThat(tables()).hasSize(3);
        assertThat(downgrade("001")).hasSize(2);
    }

    @Test
    void warningsOfPostgresqlAreReportedButNoticesAreNot() {
        String remarks = "DO $$ BEGIN RAISE NOTICE 'by the way'; RAISE WARNING 'mind the gap'; END $$;\n";
        scripts.write("V001__make_bit.sql", remarks).write("U001__make_bit.sql", remarks);
        upgrade("001");
        downgrade("base");

        assertThat(listener.events)
                .filteredOn(line -> line.startsWith("warned"))
                .containsExactly("warned 001 mind the gap", "warned 001 mind the gap");
    }

    @Test
    void aStepBeyondTheEndsRunsNothing() {
        assertThatThrownBy(() -> upgrade("+4")).isInstanceOf(UnknownRevision.class);
        upgrade("001");
        assertThatThrownBy(() -> downgrade("-2")).isInstanceOf(UnknownRevision.class);
        assertThat(tables()).containsExactly("bit");
    }

    @Test
    void upgradeAndDowngradeRejectTheOtherDirection() {
        upgrade("002");

        assertThatThrownBy(() -> upgrade("001"))
                .isInstanceOf(WrongDirection.class)
                .hasMessage("the database is at 002_make_pump already; 001_make_bit is a downgrade");
        assertThatThrownBy(() -> downgrade("head"))
                .isInstanceOf(WrongDirection.class)
                .hasMessage("the database is only at 002_make_pump; 003_make_mast is an upgrade");
        assertThat(tables()).containsExactly("bit", "pump");
    }

    @Test
    void aDatabaseWithTablesButNoHistoryIsRejected() {
        new Sql(database.dataSource()).run("CREATE TABLE theirs (id integer)");

        assertThatThrownBy(() -> upgrade("head")).isInstanceOf(UnmanagedDatabase.class);
        assertThatThrownBy(() -> downgrade("base")).isInstanceOf(UnmanagedDatabase.class);
        assertThat(tables()).containsExactly("theirs");
    }

    @Test
    void anotherObjectWithoutAHistoryIsRejectedToo() {
        new Sql(database.dataSource()).run("CREATE VIEW theirs AS SELECT 1 AS one");

        assertThatThrownBy(() -> upgrade("head")).isInstanceOf(UnmanagedDatabase.class);
        assertThat(new Sql(database.dataSource()).rows("SELECT * FROM theirs")).containsExactly("1");
    }

    @Test
    void tablesOfAnExtensionDoNotCount() {
        new Sql(database.dataSource())
                .run("CREATE TABLE spatial_ref_sys (id integer)", "ALTER EXTENSION plpgsql ADD TABLE spatial_ref_sys");

        assertThat(upgrade("head")).hasSize(3);
    }

    @Test
    void anErrorOfFlywayIsOneLine() {
        upgrade("001");
        scripts.delete("V001__make_bit.sql").write("V001__make_bits.sql", "CREATE TABLE bit (id integer);\n");

        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOf(MigrationRefused.class)
                .message()
                .contains("description mismatch")
                .doesNotContain("\n");
        assertThat(tables()).containsExactly("bit");
    }

    @Test
    void anEditedScriptIsNamedWithItsRoleAndNothingRuns() {
        upgrade("001");
        scripts.write("V001__make_bit.sql", "CREATE TABLE bit (id bigint);\n");

        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageMatching(".*V001__make_bit.sql was edited since it was applied by \\w+ on 20\\S+Z: "
                        + "its checksum was -?\\d+ and is -?\\d+; restore the file .*'derrick stamp current'");
        assertThatThrownBy(() -> downgrade("base")).isInstanceOf(HistoryConflict.class);
        assertThat(tables()).containsExactly("bit");
    }

    @Test
    void otherLineEndingsAreNoEdit() {
        upgrade("001");
        scripts.write("V001__make_bit.sql", "\uFEFFCREATE TABLE bit (id integer);\r\n");

        assertThat(upgrade("head")).hasSize(2);
    }

    @Test
    void aMissingScriptIsNamedAndNothingRuns() {
        upgrade("head");
        scripts.delete("V003__make_mast.sql");

        assertThatThrownBy(() -> downgrade("base"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("V003__make_mast.sql is missing, but the database has it");
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aPendingScriptBelowTheCurrentRevisionIsNamedAndNothingRuns() {
        scripts.delete("V002__make_pump.sql");
        upgrade("head");
        scripts.table("002", "pump").table("004", "hose");

        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageEndingWith("V002__make_pump.sql is pending below 003_make_mast, which the database "
                        + "already has; give it a higher number");
        assertThat(tables()).containsExactly("bit", "mast");
    }

    private List<Revision> upgrade(String target) {
        return new SchemaMigration(database.dataSource(), scripts.revisions()).upgrade(target, listener);
    }

    private List<Revision> downgrade(String target) {
        return new SchemaMigration(database.dataSource(), scripts.revisions()).downgrade(target, listener);
    }

    private String current() {
        return new RevisionHistory(database.dataSource(), scripts.revisions())
                .status()
                .revision()
                .orElseThrow()
                .id();
    }

    private List<String> tables() {
        return new Sql(database.dataSource()).rows("""
                SELECT tablename
                FROM pg_tables
                WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
                ORDER BY 1
                """);
    }
}
