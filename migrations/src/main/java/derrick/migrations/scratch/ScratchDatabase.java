package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A database of its own for trials, dropped when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final String name;
    private Optional<Connection> kept = Optional.empty();

    ScratchDatabase(ScratchServer server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return server.address(name);
    }

    /** Connections to it, each new. */
    public DataSource dataSource() {
        return address().dataSource();
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

    /** Makes it again, empty. */
    public void renew() {
        disconnect();
        server.drop(name);
        server.make(name, ScratchServer.EMPTY);
    }

    /** Drops it, even while somebody is connected to it; a second time does nothing. */
    @Override
    public void close() {
        disconnect();
        server.drop(name);
    }
}
