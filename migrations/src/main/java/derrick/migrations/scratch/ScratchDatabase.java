package derrick.migrations.scratch;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A temporary database, which is dropped on close. It remembers the scripts that ran in it and its catalog after them.
 */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final DatabaseAddress address;
    private final ScratchRoles roles;
    private final List<String> executed = new ArrayList<>();
    private final Map<List<String>, Catalog> catalogs = new HashMap<>();
    private Optional<Connection> shared = Optional.empty();

    ScratchDatabase(ScratchServer server, DatabaseAddress address, ScratchRoles roles) {
        this.server = server;
        this.address = address;
        this.roles = roles;
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

    /** Returns one shared connection, because a new one would load the catalog cache again. */
    public Connection connection() {
        try {
            return connect();
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    synchronized Connection connect() throws SQLException {
        if (shared.isEmpty()) {
            Connection connection = dataSource().getConnection();
            // The server plans the catalog queries once; planning takes as long as running them.
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);
            shared = Optional.of(connection);
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
        runner().inOrder(List.of(script));
    }

    ScratchScriptRunner runner() {
        return new ScratchScriptRunner(connection(), roles);
    }

    /** Creates the schema and the history table, which exist before the first upgrade. */
    void prepare(Optional<String> schema, List<Script> scripts) {
        schema.ifPresent(name -> runner().createSchema(name, scripts));
        runner().createHistoryTable();
    }

    /** Runs the scripts of a list that have not run yet. */
    void runRest(List<Script> scripts) {
        List<Script> rest = scripts.subList(executed.size(), scripts.size());
        runner().inOrder(rest);
        executed.addAll(texts(rest));
    }

    /** Returns true if the scripts that have run are the first of a list, or all of it. */
    boolean isPrefixOf(List<Script> scripts) {
        return executed.size() <= scripts.size()
                && texts(scripts.subList(0, executed.size())).equals(executed);
    }

    /** Returns the catalog after the scripts that have run. */
    Catalog read() {
        return catalogs.computeIfAbsent(List.copyOf(executed), now -> CatalogReader.read(connection()));
    }

    /** Returns the catalog that was read after a list of scripts; empty if it was not read then. */
    Optional<Catalog> catalogAfter(List<Script> scripts) {
        return Optional.ofNullable(catalogs.get(texts(scripts)));
    }

    private static List<String> texts(List<Script> scripts) {
        return scripts.stream().map(Script::text).toList();
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
        close();
        executed.clear();
        catalogs.clear();
        server.create(name(), ScratchServer.EMPTY);
    }

    /** Drops the database, even while it has connections. A second call has no effect. */
    @Override
    public void close() {
        disconnect();
        server.drop(name());
    }
}
