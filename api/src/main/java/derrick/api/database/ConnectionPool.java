package derrick.api.database;

import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/**
 * The connection pool of the server. A request waits at most a second for a connection. Connections are tested when
 * they are borrowed and replaced when they are broken, so that the server recovers as soon as the database does.
 */
public final class ConnectionPool implements AutoCloseable {
    /** The largest number of connections. */
    public static final int SIZE = 16;

    private static final int LONGEST_WAIT_MILLIS = 1_000;
    private static final int CHECK_SECONDS = 2;
    private static final String LIMITS = "SET statement_timeout = '30s';"
            + " SET lock_timeout = '5s';"
            + " SET idle_in_transaction_session_timeout = '30s'";

    private final org.apache.tomcat.jdbc.pool.DataSource connections;

    private ConnectionPool(org.apache.tomcat.jdbc.pool.DataSource connections) {
        this.connections = connections;
    }

    /** Creates an empty pool of the connections of a data source. */
    public static ConnectionPool before(DataSource database) {
        PoolProperties settings = new PoolProperties();
        settings.setDataSource(database);
        settings.setName("database");
        settings.setInitialSize(0);
        settings.setMinIdle(1);
        settings.setMaxIdle(SIZE);
        settings.setMaxActive(SIZE);
        settings.setMaxWait(LONGEST_WAIT_MILLIS);
        settings.setInitSQL(LIMITS);
        settings.setTestOnBorrow(true);
        settings.setValidationInterval(0);
        settings.setValidationQueryTimeout(CHECK_SECONDS);
        settings.setRollbackOnReturn(true);
        settings.setJmxEnabled(false);
        settings.setJdbcInterceptors(SocketTimeout.class.getName());
        return new ConnectionPool(new org.apache.tomcat.jdbc.pool.DataSource(settings));
    }

    /** The connections. */
    public DataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close(true);
    }
}
