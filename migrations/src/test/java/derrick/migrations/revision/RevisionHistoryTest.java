package derrick.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.plan.HistorySql;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

final class RevisionHistoryTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void threeRevisions() {
        scripts = new Scripts(folder).table("001", "bit").table("002", "pump").table("003", "mast");
    }

    @Test
    void anEmptyDatabaseIsBehindByAllRevisions() {
        assertThat(history().status()).isEqualTo(status("base", 3, SchemaStatus.State.EMPTY));
        assertThat(states()).containsExactly("001 PENDING", "002 PENDING", "003 PENDING");
    }

    @Test
    void aDatabaseAt001IsBehindByTheOthers() {
        upgrade("001");

        assertThat(history().status()).isEqualTo(status("001", 2, SchemaStatus.State.OK));
        assertThat(history().pending()).extracting(Revision::id).containsExactly("002", "003");
        assertThat(states()).containsExactly("001 APPLIED", "002 PENDING", "003 PENDING");
    }

    @Test
    void aDatabaseAtHeadIsNotBehind() {
        upgrade("head");

        assertThat(history().status()).isEqualTo(status("003", 0, SchemaStatus.State.OK));
        assertThat(history().pending()).isEmpty();
    }

    @Test
    void anUndoneRevisionIsNotApplied() {
        upgrade("head");
        downgrade("001");

        assertThat(history().status()).isEqualTo(status("001", 2, SchemaStatus.State.OK));
        assertThat(states()).containsExactly("001 APPLIED", "002 UNDONE", "003 UNDONE");
        upgrade("002");
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 UNDONE");
        downgrade("base");
        assertThat(history().status()).isEqualTo(status("base", 3, SchemaStatus.State.EMPTY));
    }

    @Test
    void tablesWithoutAHistoryAreUnmanaged() {
        new Sql(database.dataSource()).run("CREATE TABLE theirs (id integer)");

        assertThat(history().status()).isEqualTo(status("base", 3, SchemaStatus.State.UNMANAGED));
    }

    @Test
    void aRevisionAboveHeadIsAhead() {
        upgrade("head");
        scripts.delete("V003__make_mast.sql");

        assertThat(history().status())
                .isEqualTo(new SchemaStatus(
                        Optional.of(new Revision(3, "make_mast")),
                        new Revision(2, "make_pump"),
                        0,
                        SchemaStatus.State.AHEAD));
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 MISSING");
    }

    @Test
    void anEditedScriptIsDetected() {
        upgrade("head");
        scripts.write("V002__make_pump.sql", "CREATE TABLE pump (id bigint);");

        assertThat(states()).containsExactly("001 APPLIED", "002 EDITED", "003 APPLIED");
    }

    @Test
    void aFailedRevisionIsNotApplied() {
        upgrade("002");
        new Sql(database.dataSource()).run("UPDATE flyway_schema_history SET success = false WHERE version = '002'");

        assertThat(states()).containsExactly("001 APPLIED", "002 FAILED", "003 PENDING");
        assertThat(history().status()).isEqualTo(status("001", 2, SchemaStatus.State.OK));
        assertThat(history().requireConsistent(Set.of(Direction.UP)))
                .isEqualTo(history().status());
        assertThatThrownBy(() -> history().requireConsistent(Set.of(Direction.DOWN)))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageMatching("V002__make_pump.sql failed when it was applied by .*; "
                        + "run 'upgrade' again, which continues it");
    }

    @Test
    void aBaselineCoversTheRevisionsUpToIt() {
        upgrade("002");
        new Sql(database.dataSource())
                .run(
                        "DELETE FROM flyway_schema_history WHERE version = '001'",
                        "UPDATE flyway_schema_history"
                                + " SET type = 'BASELINE', checksum = NULL, description = '<< Flyway >>'");

        assertThat(history().requireConsistent(Set.of(Direction.UP)))
                .isEqualTo(status("002", 1, SchemaStatus.State.OK));
    }

    @Test
    void noDowngradeGoesBelowABaseline() {
        upgrade("002");
        new Sql(database.dataSource())
                .run("UPDATE flyway_schema_history SET type = 'BASELINE', checksum = NULL WHERE version = '002'");

        history().requireDowngradeTo(scripts.revisions().resolve("002", Optional.empty()));
        assertThatThrownBy(() -> downgrade("001"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageMatching(
                        "cannot downgrade below 002: the history begins with a baseline there, applied by .*");
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 PENDING");
    }

    @Test
    void aBaselineBeforeAllRevisionsIsBase() {
        new Sql(database.dataSource()).run(HistorySql.TABLE, row(1, "'0'", "BASELINE"));

        assertThat(history().status().revision()).isEmpty();
        upgrade("003");
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 APPLIED");
    }

    @Test
    void aVersionThatIsNoRevisionNumberIsNamedAndNothingRuns() {
        upgrade("002");
        new Sql(database.dataSource()).run(row(3, "'002.1'", "SQL"));

        String refusal = "V002.1__x.sql was applied as version 002.1, but a revision has a whole number.*";
        assertThatThrownBy(() -> upgrade("003"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageMatching(refusal);
        assertThatThrownBy(() -> downgrade("001"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageMatching(refusal);
        new Sql(database.dataSource()).run(row(4, "'002.1'", "DELETE"));
        upgrade("003");
        downgrade("base");
    }

    @Test
    void repeatableScriptsOfFlywayAreIgnored() {
        upgrade("002");
        new Sql(database.dataSource()).run(row(3, "NULL", "SQL"));

        upgrade("003");
        downgrade("base");
        assertThat(states()).containsExactly("001 UNDONE", "002 UNDONE", "003 UNDONE");
    }

    @Test
    void aHistoryInAnotherSchemaOfThePathIsIgnored() {
        new Sql(database.dataSource())
                .run(
                        "CREATE SCHEMA other",
                        "CREATE TABLE other.flyway_schema_history (id integer)",
                        "ALTER DATABASE %s SET search_path = public, other"
                                .formatted(database.address().database()));

        upgrade("003");
        downgrade("001");
        assertThat(states()).containsExactly("001 APPLIED", "002 UNDONE", "003 UNDONE");
    }

    private static String row(int rank, String version, String type) {
        return """
                INSERT INTO flyway_schema_history (
                    installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (%d, %s, 'x', '%s', 'V' || coalesce(%s, '') || '__x.sql', 1, 'somebody', 0, true)
                """.formatted(rank, version, type, version);
    }

    @Test
    void anEntryHasRoleTimeAndDuration() {
        scripts.delete("U003__make_mast.sql");
        Instant before = Instant.now().minus(Duration.ofMinutes(1));
        upgrade("001");
        List<HistoryEntry> entries = history().entries();

        assertThat(entries.get(0)).satisfies(applied -> {
            assertThat(applied.installedBy()).hasValue(database.address().user());
            assertThat(applied.installedOn())
                    .hasValueSatisfying(time ->
                            assertThat(time).isBetween(before, Instant.now().plus(Duration.ofMinutes(1))));
            assertThat(applied.executionMillis())
                    .hasValueSatisfying(millis -> assertThat(millis).isBetween(0, 60_000));
            assertThat(applied.undo()).isTrue();
        });
        assertThat(entries.get(2))
                .isEqualTo(new HistoryEntry(
                        new Revision(3, "make_mast"),
                        HistoryEntry.RevisionState.PENDING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    @Test
    void aReadOnlyRoleCanReadTheHistory() {
        upgrade("001");
        assertThat(new RevisionHistory(as("SELECT ON flyway_schema_history"), scripts.revisions()).entries())
                .isEqualTo(history().entries());
    }

    @Test
    void aRoleWithoutTheRightToReadGetsAnError() {
        upgrade("001");
        RevisionHistory history = new RevisionHistory(as("SELECT ON bit"), scripts.revisions());

        assertThatThrownBy(history::status)
                .isInstanceOf(HistoryUnreadable.class)
                .hasMessageContaining("permission denied for table flyway_schema_history");
    }

    /** Returns a data source of a new role with one grant. */
    private PGSimpleDataSource as(String grant) {
        String role = "reader_of_" + database.address().database();
        new Sql(database.dataSource())
                .run("CREATE ROLE " + role + " LOGIN PASSWORD 'reader'", "GRANT " + grant + " TO " + role);
        PGSimpleDataSource reader = new PGSimpleDataSource();
        reader.setServerNames(new String[] {database.address().host()});
        reader.setPortNumbers(new int[] {database.address().port()});
        reader.setDatabaseName(database.address().database());
        reader.setUser(role);
        reader.setPassword("reader");
        return reader;
    }

    private RevisionHistory history() {
        return new RevisionHistory(database.dataSource(), scripts.revisions());
    }

    private SchemaStatus status(String id, int behind, SchemaStatus.State state) {
        Revisions revisions = scripts.revisions();
        return new SchemaStatus(revisions.resolve(id, Optional.empty()), revisions.head(), behind, state);
    }

    private List<String> states() {
        return history().entries().stream()
                .map(entry -> entry.revision().id() + " " + entry.state())
                .toList();
    }

    private void upgrade(String target) {
        new SchemaMigration(database.dataSource(), scripts.revisions()).upgrade(target, MigrationListener.NONE);
    }

    private void downgrade(String target) {
        new SchemaMigration(database.dataSource(), scripts.revisions()).downgrade(target, MigrationListener.NONE);
    }
}
