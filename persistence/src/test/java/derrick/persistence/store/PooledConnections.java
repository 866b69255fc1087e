package derrick.persistence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/** Connections that are used again and again, as they are on duty: what one use leaves behind, the next one meets. */
public final class PooledConnections implements ConnectionFactory {
    private final DataSource dataSource;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public PooledConnections(DataSource dataSource) {
        this.dataSource = dataSource;
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
