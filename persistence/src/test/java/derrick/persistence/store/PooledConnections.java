package derrick.persistence.store;

import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/** Reuses connections as a pool in production does: a session setting that one use leaves is there for the next. */
public final class PooledConnections implements ConnectionFactory {
    private final DataSource dataSource;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public PooledConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns a store on pooled connections to a test database. */
    public static Store storeOn(TestDatabase database) {
        return new Store(Jdbi.create(new PooledConnections(database.dataSource())));
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (Connection last = idle.poll(); last != null; last = idle.poll()) {
            if (!last.isClosed()) {
                return last;
            }
        }
        return dataSource.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) {
        idle.push(connection);
    }
}
