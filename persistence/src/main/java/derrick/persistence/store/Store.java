package derrick.persistence.store;

import derrick.domain.store.ConstraintViolation;
import derrick.domain.store.StoreUnavailable;
import derrick.domain.store.Transactions;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Runs the statements of all adapters. Its methods throw {@link StoreUnavailable}, {@link ConstraintViolation} or, for
 * an error of Derrick, {@link IllegalStateException}; no message contains SQL.
 */
public final class Store {
    private static final int ATTEMPTS_MAX = 10;

    private final Jdbi jdbi;

    public Store(Jdbi jdbi) {
        this.jdbi = jdbi.installPlugin(new ColumnTypesPlugin());
    }

    /** Runs a statement and returns its result. */
    public <T> T query(HandleCallback<T, SQLException> statement) {
        try {
            return jdbi.withHandle(statement);
        } catch (JdbiException | SQLException failure) {
            throw SqlErrorTranslator.translate(failure);
        }
    }

    /** Returns the next number of the sequence that belongs to the column {@code id} of a table. */
    public long nextId(String table) {
        return query(handle -> handle.createQuery("SELECT nextval(pg_get_serial_sequence(:table, 'id'))")
                .bind("table", table)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Runs an update that may violate a constraint, because another writer was faster. A violation aborts the
     * transaction around it, if there is one.
     *
     * @param constraint the name of the constraint or of the unique index
     * @return the result, or empty if the update violates the constraint
     */
    public <T> Optional<T> tryUpdate(String constraint, HandleCallback<T, SQLException> update) {
        try {
            return Optional.of(jdbi.withHandle(update));
        } catch (JdbiException | SQLException failure) {
            if (SqlErrorTranslator.isOf(constraint, failure)) {
                return Optional.empty();
            }
            throw SqlErrorTranslator.translate(failure);
        }
    }

    /**
     * Runs work in one transaction. After a deadlock or a serialization failure the work runs again from its start, so
     * it must have no effect outside the database. Within another transaction of the thread, it joins that one, which
     * then runs again as a whole.
     */
    public <T> T inTransaction(HandleCallback<T, SQLException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (JdbiException | SQLException | StoreUnavailable failure) {
                if (!SqlErrorTranslator.isContention(failure) || attempt == ATTEMPTS_MAX || isInTransaction()) {
                    throw SqlErrorTranslator.translate(failure);
                }
            }
        }
    }

    private boolean isInTransaction() {
        return jdbi.withHandle(Handle::isInTransaction);
    }

    /**
     * Reads the database as it is at the start, however long that takes. It uses a connection of its own, so that the
     * consumer can use the store meanwhile.
     */
    public void inSnapshot(HandleConsumer<SQLException> reading) {
        try (Handle handle = jdbi.open()) {
            handle.useTransaction(snapshot -> {
                snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                reading.useHandle(snapshot);
            });
        } catch (JdbiException | SQLException failure) {
            throw SqlErrorTranslator.translate(failure);
        }
    }

    /** The port {@link Transactions}. All calls of the store by the same thread join the transaction. */
    public static final class JdbiTransactions implements Transactions {
        private final Store store;

        @Inject
        public JdbiTransactions(Store store) {
            this.store = store;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return store.inTransaction(handle -> work.get());
        }
    }
}
