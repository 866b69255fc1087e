package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** A temporary database, which is dropped on close. */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final DatabaseAddress address;
    private Optional<Connection> shared = Optional.empty();

    ScratchDatabase(ScratchServer server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    String name() {
        return address.database();
    }

    /** Returns its address. */
    public DatabaseAddress address() {
        return address;
    }

    /** Returns a data source without a pool. */
    public DataSource dataSource() {
        return address.dataSource();
    }

    /** Returns one shared connection: a new one would have to load the catalogue cache again. */
    public Connection connection() {
        try {
            return connect();
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    synchronized Connection connect() throws SQLException {
        if (shared.isEmpty()) {
            shared = Optional.of(dataSource().getConnection());
        }
        return shared.get();
    }

    /** Closes the shared connection, since PostgreSQL cannot copy a database that is in use. */
    synchronized void disconnect() {
        try {
            if (shared.isPresent()) {
                shared.get().close();
            }
        } catch (SQLException ignored) {
            // The connection is unusable, which is as good as closed.
        }
        shared = Optional.empty();
    }

    /**
     * Runs a script as an upgrade does.
     *
     * @throws derrick.migrations.run.MigrationFailed if a statement fails
     */
    public void run(Script script) {
        server.runner(this).inOrder(List.of(script));
    }

    /** Runs work in a transaction that is rolled back. */
    <T> T rolledBack(Function<Connection, T> work) {
        Connection connection = connection();
        try {
            connection.setAutoCommit(false);
            try {
                return work.apply(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /** Drops the database and creates it again, empty. */
    public void recreate() {
        disconnect();
        server.drop(name());
        server.create(name(), ScratchServer.EMPTY);
    }

    /** Drops the database, even while it has connections. A second call has no effect. */
    @Override
    public void close() {
        disconnect();
        server.drop(name());
    }
}
