package derrick.persistence.store;

import derrick.domain.store.ConstraintViolation;
import derrick.domain.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The one door from the adapters to the database. Whatever the database has to complain about comes out of it as {@link
 * StoreUnavailable}, as {@link ConstraintViolation} or, where it is our own mistake, as an {@link
 * IllegalStateException}; none names a statement.
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
     * Does work in one transaction: all of it is kept or none. Where the database gave way to another writer, the work
     * is done again from its start, so it must touch nothing but the handle. Inside of another such work it is a part
     * of that, which then is done again as a whole.
     */
    public <T> T inTransaction(HandleCallback<T, SQLException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (JdbiException | SQLException | StoreUnavailable failure) {
                if (!SqlErrorTranslator.isContention(failure) || attempt == ATTEMPTS_MAX || isPartOfAnother()) {
                    throw SqlErrorTranslator.translate(failure);
                }
            }
        }
    }

    private boolean isPartOfAnother() {
        return jdbi.withHandle(Handle::isInTransaction);
    }

    /**
     * Reads, however long, what stood when it began. It has a connection of its own: whoever takes what is read may use
     * the store meanwhile.
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
}
