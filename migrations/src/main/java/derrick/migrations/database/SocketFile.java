package derrick.migrations.database;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * Makes connections through the socket file of a server on this machine. The driver makes it, by its class's name and
 * with the path.
 */
public final class SocketFile extends SocketFactory {
    private final Path file;

    public SocketFile(String path) {
        this.file = Path.of(path);
    }

    /** The file that a server of this port keeps in the folder. */
    static Path in(String folder, int port) {
        return Path.of(folder, ".s.PGSQL." + port);
    }

    @Override
    public Socket createSocket() {
        return new FileSocket(file);
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
