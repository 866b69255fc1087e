package derrick.api.database;

import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.JdbcInterceptor;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the time after which a database connection without traffic fails. The timeouts of PostgreSQL end a statement
 * that takes too long, but do not work if the server hangs.
 */
public final class SocketTimeout extends JdbcInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(SocketTimeout.class);
    private static final int TIMEOUT_MILLIS = 40_000;

    @Override
    public void reset(@Nullable ConnectionPool pool, @Nullable PooledConnection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.getConnection().setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
        } catch (SQLException failure) {
            LOG.debug("cannot set the timeout of a connection", failure);
        }
    }
}
