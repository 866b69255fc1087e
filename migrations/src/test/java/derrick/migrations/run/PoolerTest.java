package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.testing.PgBouncer;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations through a pooler, which may switch the session with each transaction. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
final class PoolerTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void tablesAndAnIndex() {
        scripts = new Scripts(folder)
                .table("001", "bit")
                .write("V002__index_bit.sql", "CREATE INDEX CONCURRENTLY bit_id ON bit (id);")
                .write("U002__index_bit.sql", "DROP INDEX CONCURRENTLY bit_id;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool_mode=transaction",
                "pool_mode=transaction server_round_robin=1",
                "pool_mode=transaction default_pool_size=1",
                "pool_mode=statement"
            })
    void behindAPoolerThatKeepsNoSessionNothingRuns(String settings) throws Exception {
        try (PgBouncer pooler = PgBouncer.before(database.address(), settings.split(" "))) {
            if (!settings.contains("statement") && !settings.contains("size=1")) {
                openTwoSessions(pooler);
            }
            assertNamed(() -> through(pooler).upgrade("head", MigrationListener.NONE));
            assertNamed(() -> through(pooler).stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE));
            assertNamed(() -> MigrationLock.take(pooler.address().dataSource()).close());
            assertThat(sql().rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                    .isEmpty();

            direct().upgrade("head", MigrationListener.NONE);
            assertNamed(() -> through(pooler).downgrade("base", MigrationListener.NONE));
            assertThat(new RevisionHistory(pooler.address().dataSource(), scripts.revisions())
                            .status()
                            .revision())
                    .map(Revision::id)
                    .hasValue("002");
            assertThat(sql().rows("SELECT pid FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool_mode=session", "pool_mode=session default_pool_size=1"})
    void inSessionModeItWorks(String settings) {
        try (PgBouncer pooler = PgBouncer.before(database.address(), settings.split(" "))) {
            assertThat(through(pooler).upgrade("head", MigrationListener.NONE)).hasSize(2);
            assertThat(through(pooler).downgrade("base", MigrationListener.NONE))
                    .hasSize(2);
        }
    }

    @Test
    void twoConcurrentUpgradesInSessionModeApplyEachRevisionOnce() {
        try (PgBouncer pooler = PgBouncer.before(database.address(), "pool_mode=session")) {
            List<CompletableFuture<List<Revision>>> upgrades = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> through(pooler).upgrade("head", MigrationListener.NONE)))
                    .limit(2)
                    .toList();
            assertThat(upgrades.stream()
                            .flatMap(upgrade -> upgrade.join().stream())
                            .map(Revision::id))
                    .containsExactlyInAnyOrder("001", "002");
        }
    }

    @Test
    void aSessionWithoutTheLockRunsNothing() throws Exception {
        try (Connection other = database.dataSource().getConnection();
                MigrationLock lock = MigrationLock.take(database.dataSource())) {
            MigrationSession.requireLock(lock.connection());
            assertNamed(() -> MigrationSession.requireLock(other));
            assertNamed(() -> MigrationSession.begin(other));
        }
    }

    /** Opens two sessions, which the pooler keeps idle. */
    private static void openTwoSessions(PgBouncer pooler) throws SQLException {
        try (Connection one = pooler.address().dataSource().getConnection();
                Connection two = pooler.address().dataSource().getConnection()) {
            for (Connection connection : List.of(one, two)) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("SELECT 1");
            }
        }
    }

    private static void assertNamed(ThrowingCallable migration) {
        assertThatThrownBy(migration)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(
                        "a pooler in transaction mode keeps no session; use the server's own port, or session mode");
    }

    private SchemaMigration through(PgBouncer pooler) {
        return new SchemaMigration(pooler.address().dataSource(), scripts.revisions());
    }

    private SchemaMigration direct() {
        return new SchemaMigration(database.dataSource(), scripts.revisions());
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
