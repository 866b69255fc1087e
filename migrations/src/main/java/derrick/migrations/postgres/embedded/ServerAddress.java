package derrick.migrations.postgres.embedded;

import derrick.migrations.postgres.socket.UnixSocketFactory;
import java.nio.file.Path;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The address and password of the embedded server.
 *
 * @param folder the folder of its Unix socket, as clients use it
 * @param port the number in the socket's name
 */
record ServerAddress(Path folder, int port, String password) {
    static final String USER = "derrick";
    static final String DATABASE = "derrick";

    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int LOGIN_TIMEOUT_SECONDS = 10;

    PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        UnixSocketFactory.use(dataSource, folder.toString(), port);
        dataSource.setDatabaseName(database);
        dataSource.setUser(USER);
        dataSource.setPassword(password);
        dataSource.setApplicationName("derrick");
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        dataSource.setLoginTimeout(LOGIN_TIMEOUT_SECONDS);
        dataSource.setProperty(PGProperty.REQUIRE_AUTH, EmbeddedPostgres.AUTHENTICATION);
        return dataSource;
    }

    @Override
    public String toString() {
        return "socket " + folder.resolve(UnixSocketFactory.fileName(port));
    }
}
