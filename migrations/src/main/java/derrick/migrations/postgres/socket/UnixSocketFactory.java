package derrick.migrations.postgres.socket;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;
import org.postgresql.ds.common.BaseDataSource;

/** Creates connections to a Unix socket. The JDBC driver instantiates it by name, with the socket's path. */
public final class UnixSocketFactory extends SocketFactory {
    private final Path socket;

    public UnixSocketFactory(String path) {
        this.socket = Path.of(path);
    }

    /** Makes a data source connect through the socket in a folder. */
    public static void use(BaseDataSource dataSource, String folder, int port) {
        dataSource.setSocketFactory(UnixSocketFactory.class.getName());
        dataSource.setSocketFactoryArg(Path.of(folder, fileName(port)).toString());
        // As in libpq, Unix sockets use neither TLS nor GSSAPI.
        dataSource.setSslMode("disable");
        dataSource.setGssEncMode("disable");
    }

    /** Returns the file name of the socket for a port. */
    public static String fileName(int port) {
        return ".s.PGSQL." + port;
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(socket);
    }

    @Override
    public Socket createSocket(String host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket();
    }
}
