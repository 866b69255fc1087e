package derrick.migrations.testing;

import derrick.migrations.postgres.SessionSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/**
 * A data source whose connections are kept when they are closed, for tests that ask one database many things: most of
 * what a new connection costs is what its server process has to read before it can answer. One that comes back forgets
 * its settings, locks and temporary tables.
 */
public final class KeptConnections implements InvocationHandler {
    private final DataSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();

    private KeptConnections(DataSource source) {
        this.source = source;
    }

    /** The same database; for one thread at a time. */
    public static DataSource of(DataSource source) {
        return proxy(DataSource.class, new KeptConnections(source));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return method.getName().equals("getConnection") && method.getParameterCount() == 0
                ? lent(taken())
                : call(source, method, arguments);
    }

    private Connection taken() throws SQLException {
        while (!idle.isEmpty()) {
            Connection last = idle.pop();
            if (last.isValid(1)) {
                return last;
            }
        }
        return source.getConnection();
    }

    private Connection lent(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                takeBack(connection);
                return null;
            }
            return call(connection, method, arguments);
        });
    }

    private void takeBack(Connection connection) throws SQLException {
        if (connection.isClosed() || idle.contains(connection)) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        connection.setReadOnly(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SessionSettings.RESET + "SELECT pg_advisory_unlock_all()");
        }
        idle.push(connection);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(KeptConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
