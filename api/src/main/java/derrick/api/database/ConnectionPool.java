package derrick.api.database;

import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/**
 * The connection pool of the server. A request waits at most a second for a connection. A connection is tested when it
 * is borrowed and replaced if it is broken, so that the server recovers as soon as the database does.
 */
public final class ConnectionPool implements AutoCloseable {
    /** The largest number of connections. */
    public static final int SIZE = 16;

    private static final int WAIT_MAX_MILLIS = 1_000;
    private static final int VALIDATION_TIMEOUT_SECONDS = 2;
    private static final String SESSION_TIMEOUTS = "SET statement_timeout = '30s';"
            + " SET lock_timeout = '5s';"
            + " SET idle_in_transaction_session_timeout = '30s'";

    private final org.apache.tomcat.jdbc.pool.DataSource connections;

    private ConnectionPool(org.apache.tomcat.jdbc.pool.DataSource connections) {
        this.connections = connections;
    }

    /** Creates an empty pool, which opens its connections with a data source. */
    public static ConnectionPool of(DataSource database) {
        PoolProperties settings = new PoolProperties();
        settings.setDataSource(database);
        settings.setName("database");
        settings.setInitialSize(0);
        settings.setMinIdle(1);
        settings.setMaxIdle(SIZE);
        settings.setMaxActive(SIZE);
        settings.setMaxWait(WAIT_MAX_MILLIS);
        settings.setInitSQL(SESSION_TIMEOUTS);
        settings.setTestOnBorrow(true);
        settings.setValidationInterval(0);
        settings.setValidationQueryTimeout(VALIDATION_TIMEOUT_SECONDS);
        settings.setRollbackOnReturn(true);
        settings.setJmxEnabled(false);
        settings.setJdbcInterceptors(SocketTimeout.class.getName());
        return new ConnectionPool(new org.apache.tomcat.jdbc.pool.DataSource(settings));
    }

    /** Returns a data source whose connections go back to the pool when they are closed. */
    public DataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close(true);
    }
}
