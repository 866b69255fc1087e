package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.plan.MigrationPlan;
import derrick.migrations.run.plan.PlanSql;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Concurrent migrations of one database. */
final class ConcurrentMigrationTest {
    /** The key of Flyway's advisory lock: a constant plus the hash code of the table's name. */
    private static final long LOCK = 77431708279161L + "\"public\".\"flyway_schema_history\"".hashCode();

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path home;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @RepeatedTest(2)
    void ofTwoConcurrentDowngradesOnlyOneUndoesRevisions() throws Exception {
        migration().upgrade("head", MigrationListener.NONE);

        assertThat(together(() -> migration().downgrade("base", MigrationListener.NONE)))
                .extracting(List::size)
                .containsExactlyInAnyOrder(0, 2);
        assertThat(history()).containsExactly("001 SQL", "002 SQL", "002 DELETE", "001 DELETE");
    }

    @Test
    void aWaitingUpgradeReportsTheLockHolderAndThenHasNothingToDo() throws Exception {
        RecordingListener listener = new RecordingListener();
        Future<List<Revision>> upgrade;
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'a colleague'");
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            upgrade = threads.submit(() -> migration().upgrade("head", listener));
            await("the lock holder was not reported", () -> !listener.events.isEmpty());
            Revisions revisions = twoTables();
            MigrationPlan.Range all = new MigrationPlan.Range(Optional.empty(), Optional.of(revisions.head()));
            statement.execute(new PlanSql(revisions).of(MigrationPlan.of(Direction.UP, all, revisions)));
        }
        assertThat(upgrade.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(listener.events.get(0))
                .matches("waiting process \\d+ \\(user %s, application a colleague, connected since 2\\S+Z\\) "
                                .formatted(database.address().user())
                        + "migrates this database");
    }

    @Test
    void terminatingTheHolderReleasesTheLock() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            Future<List<Revision>> upgrade = threads.submit(() -> migration().upgrade("head", listener));
            await("the lock holder was not reported", () -> !listener.events.isEmpty());
            new Sql(database.dataSource())
                    .rows("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");

            assertThat(upgrade.get(30, TimeUnit.SECONDS)).hasSize(2);
        }
    }

    @Test
    void aScriptThatNeedsATableInUseIsRetriedUntilItIsFree(@TempDir Path folder) throws Exception {
        Revisions revisions = tableAndColumn(folder);
        RecordingListener listener = new RecordingListener();
        SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions);
        migration.upgrade("001", MigrationListener.NONE);
        Future<List<Revision>> upgrade;
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM bit");
            upgrade = threads.submit(() -> migration.upgrade("head", listener));
            await(
                    "the lock was not reported",
                    () -> listener.events.stream().anyMatch(line -> line.startsWith("waiting")));

            assertThat(new Sql(database.dataSource()).rows("SELECT count(*) FROM bit"))
                    .containsExactly("0");
            assertThat(upgrade).isNotDone();
        }
        assertThat(upgrade.get(30, TimeUnit.SECONDS)).extracting(Revision::id).containsExactly("002");
        assertThat(listener.events)
                .anyMatch(line -> line.endsWith("V002__widen_bit.sql, line 2, needs a lock that another session holds"))
                .endsWith("committed 002");
    }

    @Test
    void outsideATransactionOnlyTheStatementIsRetried(@TempDir Path folder) throws Exception {
        Revisions revisions = new Scripts(folder)
                .table("001", "bit")
                .write("V002__make_pump.sql", """
                        CREATE TABLE pump (id integer);
                        CREATE INDEX CONCURRENTLY pump_id ON pump (id);
                        ALTER TABLE bit ADD COLUMN size integer;
                        """)
                .revisions();
        RecordingListener listener = new RecordingListener();
        SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions);
        migration.upgrade("001", MigrationListener.NONE);
        Future<List<Revision>> upgrade;
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("LOCK TABLE bit IN ACCESS SHARE MODE");
            upgrade = threads.submit(() -> migration.upgrade("head", listener));
            await(
                    "the lock was not reported",
                    () -> listener.events.stream().anyMatch(line -> line.startsWith("waiting")));
        }
        assertThat(upgrade.get(30, TimeUnit.SECONDS)).extracting(Revision::id).containsExactly("002");
        assertThat(history()).containsExactly("001 SQL", "002 SQL");
    }

    @Test
    void aLockTimeoutChangesNothing(@TempDir Path folder) throws Exception {
        Revisions revisions = tableAndColumn(folder);
        SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions, Duration.ZERO);
        migration.upgrade("001", MigrationListener.NONE);
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT FROM bit");
            assertThatThrownBy(() -> migration.upgrade("head", MigrationListener.NONE))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageEndingWith("V002__widen_bit.sql, line 2, needs a lock that another session holds; "
                            + "try again later");
            holder.rollback();
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            assertThatThrownBy(() -> migration.downgrade("base", MigrationListener.NONE))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageMatching("process .* migrates this database; try again later");
            assertThatThrownBy(() -> migration.stamp("base", Stamp.Precondition.NONE, MigrationListener.NONE))
                    .isInstanceOf(LockTimeoutException.class);
        }
        assertThat(history()).containsExactly("001 SQL");
        assertThat(migration.upgrade("head", MigrationListener.NONE)).hasSize(1);
    }

    private static Revisions tableAndColumn(Path folder) {
        return new Scripts(folder)
                .table("001", "bit")
                .write("V002__widen_bit.sql", "SELECT 1;\nALTER TABLE bit ADD COLUMN size integer;\n")
                .revisions();
    }

    @Test
    void anUpgradeWaitsForTheHolderOfFlywaysLock() throws Exception {
        Future<List<Revision>> upgrade;
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            upgrade = threads.submit(() -> migration().upgrade("head", MigrationListener.NONE));
            awaitLockRequest();

            assertThat(upgrade).isNotDone();
            assertThat(new RevisionHistory(database.dataSource(), twoTables())
                            .status()
                            .behind())
                    .isEqualTo(2);
        }
        assertThat(upgrade.get(30, TimeUnit.SECONDS)).hasSize(2);
    }

    private Revisions twoTables() {
        return new Scripts(home).table("001", "bit").table("002", "pump").revisions();
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database.dataSource(), twoTables());
    }

    private <T> List<T> together(Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<T> atOnce = () -> {
            start.await();
            return work.call();
        };
        Future<T> one = threads.submit(atOnce);
        Future<T> other = threads.submit(atOnce);
        return List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS));
    }

    private List<String> history() {
        return new Sql(database.dataSource())
                .rows("SELECT version, type FROM flyway_schema_history ORDER BY installed_rank");
    }

    private void awaitLockRequest() {
        String requests = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_try_advisory_lock(%'";
        await(
                "the lock was not requested",
                () -> !new Sql(database.dataSource()).rows(requests).isEmpty());
    }

    private static void await(String failure, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(failure).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
