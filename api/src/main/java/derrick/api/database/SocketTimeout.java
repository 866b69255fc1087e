package derrick.api.database;

import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.JdbcInterceptor;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the time after which a silent database connection fails. The server's own limits end a statement that takes too
 * long, but not one of a server that is frozen.
 */
public final class SocketTimeout extends JdbcInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(SocketTimeout.class);
    private static final int LONGEST_SILENCE_MILLIS = 40_000;

    @Override
    public void reset(@Nullable ConnectionPool pool, @Nullable PooledConnection lent) {
        if (lent == null) {
            return;
        }
        try {
            lent.getConnection().setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLIS);
        } catch (SQLException broken) {
            LOG.debug("the connection broke as it was lent", broken);
        }
    }
}
