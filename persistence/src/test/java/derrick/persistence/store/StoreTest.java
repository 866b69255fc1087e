package derrick.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import derrick.domain.store.ConstraintViolation;
import derrick.domain.store.StoreUnavailable;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreTest {
    private static final long DEADLINE_SECONDS = 60;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @Test
    void aDatabaseWithoutAServerIsUnavailable() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Store store = new Store(Jdbi.create("jdbc:postgresql://127.0.0.1:" + nobody + "/derrick"));

        assertThatThrownBy(() -> store.query(handle -> handle.execute("SELECT 1")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("the database cannot be used: no server listens at its address");
    }

    @Test
    void anExhaustedPoolMakesTheStoreUnavailable() {
        Store store = new Store(Jdbi.create(() -> {
            throw new SQLException("no connection got free within 30 s");
        }));

        assertThatThrownBy(() -> store.inTransaction(handle -> handle.execute("SELECT 1")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("the database cannot be used: no connection got free within 30 s");
        assertThatThrownBy(() -> store.inSnapshot(handle -> handle.execute("SELECT 1")))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void aLostConnectionMakesTheStoreUnavailable() {
        Store store = new Store(Jdbi.create(database.dataSource()));

        assertThatThrownBy(() -> store.query(handle -> handle.execute("SELECT pg_terminate_backend(pg_backend_pid())")))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void noMessageContainsTheStatement() {
        Store store = new Store(Jdbi.create(database.dataSource()));

        Stream.of(
                        "SELECT secret_word FROM no_such_table",
                        "SELECT 'secret_word' FROM sensor_data WHERE rig_id = :missing",
                        "SELECT 'secret_word', pg_terminate_backend(pg_backend_pid())")
                .map(sql -> catchThrowable(() -> store.query(
                        handle -> handle.createQuery(sql).mapTo(String.class).list())))
                .forEach(failure -> {
                    assertThat(failure).isNotNull();
                    assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                            .noneMatch(each -> String.valueOf(each.getMessage()).contains("secret_word"));
                });
    }

    @Test
    void aViolatedConstraintIsNamed() {
        Store store = new Store(Jdbi.create(database.dataSource()));
        store.query(handle -> handle.execute("CREATE TABLE seats (name text CONSTRAINT one_a_person UNIQUE)"));
        HandleCallback<Integer, SQLException> sitDown = handle -> handle.execute("INSERT INTO seats VALUES ('kim')");

        assertThat(store.tryUpdate("one_a_person", sitDown)).contains(1);
        assertThat(store.tryUpdate("one_a_person", sitDown)).isEmpty();
        assertThatThrownBy(() -> store.tryUpdate("another", sitDown))
                .isInstanceOf(ConstraintViolation.class)
                .hasMessage("the write violates the constraint one_a_person")
                .hasNoCause();
    }

    @Test
    void theVictimOfADeadlockRunsAgain() throws Exception {
        Store store = new Store(Jdbi.create(database.dataSource()));
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        AtomicInteger attempts = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> up = pool.submit(() -> lock(store, 1, 2, bothHoldOne, attempts));
            Future<Integer> down = pool.submit(() -> lock(store, 2, 1, bothHoldOne, attempts));

            assertThat(up.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(down.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(attempts).hasValue(3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aTransactionIsAbandonedAfterTenAttempts() {
        Store store = new Store(Jdbi.create(database.dataSource()));
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> store.inTransaction(handle -> {
                    attempts.incrementAndGet();
                    throw new SQLException("could not serialize access", "40001");
                }))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("the database is too busy: could not serialize access");
        assertThat(attempts).hasValue(10);
    }

    @Test
    void aNestedTransactionRunsAgainWithTheOuterOne() {
        Store store = new Store(Jdbi.create(database.dataSource()));
        AtomicInteger wholes = new AtomicInteger();
        AtomicInteger parts = new AtomicInteger();

        store.inTransaction(whole -> {
            wholes.incrementAndGet();
            return store.inTransaction(part -> {
                if (parts.incrementAndGet() == 1) {
                    throw new SQLException("could not serialize access", "40001");
                }
                return true;
            });
        });

        assertThat(wholes).hasValue(2);
        assertThat(parts).hasValue(2);
    }

    private static int lock(Store store, int first, int second, CountDownLatch bothHoldOne, AtomicInteger attempts) {
        return store.inTransaction(handle -> {
            attempts.incrementAndGet();
            handle.execute("SELECT pg_advisory_xact_lock(?)", first);
            bothHoldOne.countDown();
            awaitBoth(bothHoldOne);
            handle.execute("SELECT pg_advisory_xact_lock(?)", second);
            return first;
        });
    }

    private static void awaitBoth(CountDownLatch bothHoldOne) {
        try {
            assertThat(bothHoldOne.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
