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

/** A database of its own for trials, dropped when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final DatabaseAddress address;
    private Optional<Connection> kept = Optional.empty();

    ScratchDatabase(ScratchServer server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    String name() {
        return address.database();
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Connections to it, each new. */
    public DataSource dataSource() {
        return address.dataSource();
    }

    /** The same connection each time, for many looks at it: a new one would read the catalogs anew. */
    public Connection connection() {
        try {
            return connect();
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    synchronized Connection connect() throws SQLException {
        if (kept.isEmpty()) {
            kept = Optional.of(dataSource().getConnection());
        }
        return kept.get();
    }

    /** Closes the kept connection: PostgreSQL copies no database that somebody is connected to. */
    synchronized void disconnect() {
        try {
            if (kept.isPresent()) {
                kept.get().close();
            }
        } catch (SQLException broken) {
            // It is closed then, too.
        }
        kept = Optional.empty();
    }

    /**
     * Runs a script as an upgrade does.
     *
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement
     */
    public void run(Script script) {
        server.runner(this).inOrder(List.of(script));
    }

    /** Does something in a transaction that is rolled back. */
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
        } catch (SQLException broken) {
            throw new CatalogUnreadable(broken);
        }
    }

    /** Makes it again, empty. */
    public void renew() {
        disconnect();
        server.drop(name());
        server.make(name(), ScratchServer.EMPTY);
    }

    /** Drops it, even while somebody is connected to it; a second time does nothing. */
    @Override
    public void close() {
        disconnect();
        server.drop(name());
    }
}
