package derrick.migrations.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A database as it is at one instant, for reading: what others change meanwhile is not seen. */
final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final Shapes shapes;
    private final List<TableShape> tables;

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.shapes = new Shapes(connection);
        shapes.run(Session.SETTINGS);
        // Where a policy would hide rows the server is to refuse, for a backup with gaps is none.
        shapes.run("SET LOCAL row_security = off");
        this.tables = shapes.tables();
        lock();
    }

    static Snapshot of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new Snapshot(connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Reading goes on beside it, and so does writing; only who would drop or change a table has to wait. */
    private void lock() throws SQLException {
        if (!tables.isEmpty()) {
            shapes.run(tables.stream()
                    .map(table -> table.name().sql())
                    .collect(Collectors.joining(", ", "LOCK TABLE ", " IN ACCESS SHARE MODE")));
        }
    }

    Connection connection() {
        return connection;
    }

    Shapes shapes() {
        return shapes;
    }

    List<TableShape> tables() {
        return tables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
