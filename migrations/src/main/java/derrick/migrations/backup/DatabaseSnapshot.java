package derrick.migrations.backup;

import derrick.migrations.postgres.JdbcQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A read-only transaction with a snapshot of the database. */
final class DatabaseSnapshot implements AutoCloseable {
    private final Connection connection;
    private final CatalogQueries queries;
    private final List<TableDefinition> tables;

    private DatabaseSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.queries = new CatalogQueries(connection);
        JdbcQuery.run(connection, CatalogQueries.TRANSACTION_SETTINGS);
        // With row_security off, a query fails if a policy would hide rows.
        JdbcQuery.run(connection, "SET LOCAL row_security = off");
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

    /** Takes ACCESS SHARE locks on all readable tables, which block DROP, ALTER TABLE and TRUNCATE. */
    private void lock() throws SQLException {
        List<String> readable = JdbcQuery.texts(connection, CatalogQueries.READABLE_TABLES);
        if (!readable.isEmpty()) {
            JdbcQuery.run(connection, "LOCK TABLE %s IN ACCESS SHARE MODE".formatted(String.join(", ", readable)));
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
