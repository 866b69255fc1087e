package derrick.migrations.postgres.socket;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;
import org.postgresql.ds.common.BaseDataSource;

/** Makes connections to a Unix socket. The JDBC driver creates it from its class name and the socket's path. */
public final class UnixSocketFactory extends SocketFactory {
    private final Path socket;

    public UnixSocketFactory(String path) {
        this.socket = Path.of(path);
    }

    /** Lets a data source connect through the socket that a server of this port has in the folder. */
    public static void use(BaseDataSource dataSource, String folder, int port) {
        dataSource.setSocketFactory(UnixSocketFactory.class.getName());
        dataSource.setSocketFactoryArg(Path.of(folder, fileName(port)).toString());
        // As in libpq: TLS and GSSAPI are for networks.
        dataSource.setSslMode("disable");
        dataSource.setGssEncMode("disable");
    }

    /** The name of the socket of a server that has this port. */
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
