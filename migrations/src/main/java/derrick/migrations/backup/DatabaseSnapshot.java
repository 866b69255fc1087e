package derrick.migrations.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A read-only transaction that sees a database as it is at one instant. */
final class DatabaseSnapshot implements AutoCloseable {
    private final Connection connection;
    private final CatalogQueries queries;
    private final List<TableDefinition> tables;

    private DatabaseSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.queries = new CatalogQueries(connection);
        queries.run(CatalogQueries.TRANSACTION_SETTINGS);
        // The server then refuses a query where a policy would hide rows from the role.
        queries.run("SET LOCAL row_security = off");
        this.tables = queries.tables();
        lock();
    }

    static DatabaseSnapshot of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new DatabaseSnapshot(connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Locks what the role may read: others may use the rows, but who drops, alters or empties a table has to wait. */
    private void lock() throws SQLException {
        List<String> readable = queries.texts(CatalogQueries.READABLE_TABLES);
        if (!readable.isEmpty()) {
            queries.run("LOCK TABLE %s IN ACCESS SHARE MODE".formatted(String.join(", ", readable)));
        }
    }

    CatalogQueries queries() {
        return queries;
    }

    List<TableDefinition> tables() {
        return tables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
