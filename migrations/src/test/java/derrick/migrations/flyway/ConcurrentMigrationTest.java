package derrick.migrations.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several who migrate one database at the same time. */
final class ConcurrentMigrationTest {
    /** The key of Flyway's advisory lock: its constant, and what it makes of the table's name. */
    private static final long LOCK = 77431708279161L + "\"public\".\"flyway_schema_history\"".hashCode();

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private final ExecutorService people = Executors.newFixedThreadPool(2);

    @AfterEach
    void goHome() throws InterruptedException {
        people.shutdownNow();
        assertThat(people.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @RepeatedTest(3)
    void ofTwoUpgradesOneDoesTheWorkAndTheOtherFindsItDone() throws Exception {
        assertThat(together(() -> migration().upgrade("head", MigrationListener.NONE)))
                .containsExactlyInAnyOrder(List.of(), Revisions.packaged().all());
        assertThat(history()).containsExactly("001 SQL", "002 SQL");
    }

    @RepeatedTest(2)
    void ofTwoDowngradesOneDoesTheWorkAndTheOtherFindsItDone() throws Exception {
        migration().upgrade("head", MigrationListener.NONE);

        assertThat(together(() -> migration().downgrade("base", MigrationListener.NONE)))
                .extracting(List::size)
                .containsExactlyInAnyOrder(0, 2);
        assertThat(history()).containsExactly("001 SQL", "002 SQL", "002 DELETE", "001 DELETE");
    }

    @Test
    void anUpgradeWaitsForWhoeverHoldsFlywaysLock() throws Exception {
        Future<List<Revision>> upgrade;
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            upgrade = people.submit(() -> migration().upgrade("head", MigrationListener.NONE));
            awaitSomebodyAskingForTheLock();

            assertThat(upgrade).isNotDone();
            assertThat(new RevisionHistory(database.dataSource(), Revisions.packaged())
                            .standing()
                            .behind())
                    .isEqualTo(2);
        }
        assertThat(upgrade.get(30, TimeUnit.SECONDS)).hasSize(2);
    }

    @Test
    void aLockThatIsNotGotInTimeIsSaidToBeOne() throws SQLException {
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");

            assertThatThrownBy(() -> FlywaySettings.of(database.dataSource(), Revisions.packaged())
                            .lockRetryCount(0)
                            .load()
                            .migrate())
                    .isInstanceOfSatisfying(
                            FlywayException.class,
                            failure -> assertThat(FlywayFailure.inWordsOfOurs(failure))
                                    .isInstanceOf(LockNotGot.class));
        }
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database.dataSource(), Revisions.packaged());
    }

    private <T> List<T> together(Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<T> atOnce = () -> {
            start.await();
            return work.call();
        };
        Future<T> one = people.submit(atOnce);
        Future<T> other = people.submit(atOnce);
        return List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS));
    }

    private List<String> history() {
        return new Sql(database.dataSource())
                .rows("SELECT version, type FROM flyway_schema_history ORDER BY installed_rank");
    }

    private void awaitSomebodyAskingForTheLock() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String asked = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_try_advisory_lock(%'";
        while (new Sql(database.dataSource()).rows(asked).isEmpty()) {
            assertThat(System.nanoTime()).as("nobody asked for the lock").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
