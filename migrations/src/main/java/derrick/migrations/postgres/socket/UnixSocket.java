package derrick.migrations.postgres.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A Unix socket as a {@link Socket}, which the JDBC driver needs. The channel is non-blocking, since the driver
 * sometimes polls for data. TCP options have no effect.
 */
final class UnixSocket extends Socket {
    private static final int SEND_BUFFER_BYTES = 1 << 16;
    private static final int RECEIVE_BUFFER_BYTES = 1 << 16;

    private final Path file;
    private volatile boolean connected;
    private volatile boolean closed;
    private int timeoutMillis;
    /** A direct buffer, as channels need. The driver reads from one thread at a time. */
    private final ByteBuffer received =
            ByteBuffer.allocateDirect(RECEIVE_BUFFER_BYTES).limit(0);

    private final SocketChannel channel;
    private final Selector selector;

    UnixSocket(Path file) {
        this.file = file;
        try {
            this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            this.selector = Selector.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Connects to the socket at the path. The address is ignored. */
    @Override
    public void connect(SocketAddress ignored, int ignoredTimeout) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        channel.connect(UnixDomainSocketAddress.of(file));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        connected = true;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                while (length > 0 && !received.hasRemaining()) {
                    int count = receive();
                    if (count < 0) {
                        return -1;
                    }
                    if (count == 0) {
                        await(SelectionKey.OP_READ, getSoTimeout());
                    }
                }
                int count = Math.min(length, received.remaining());
                received.get(bytes, offset, count);
                return count;
            }

            @Override
            public void close() throws IOException {
                UnixSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    if (channel.write(buffer) == 0) {
                        await(SelectionKey.OP_WRITE, 0);
                    }
                }
            }

            @Override
            public void close() throws IOException {
                UnixSocket.this.close();
            }
        };
    }

    private int receive() throws IOException {
        received.clear();
        try {
            return channel.read(received);
        } finally {
            received.flip();
        }
    }

    private void await(int operation, int millis) throws IOException {
        try {
            SelectionKey key = channel.keyFor(selector);
            if (key == null) {
                throw new SocketException("the socket was closed");
            }
            key.interestOps(operation);
            int ready = selector.select(millis);
            selector.selectedKeys().clear();
            if (ready == 0 && selector.isOpen() && millis > 0) {
                throw new SocketTimeoutException("nothing to read in " + millis + " ms");
            }
        } catch (ClosedSelectorException | CancelledKeyException closedMeanwhile) {
            throw new SocketException("the socket was closed");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
        selector.close();
        super.close();
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public synchronized int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setReceiveBufferSize(int bytes) {}

    @Override
    public void setSendBufferSize(int bytes) {}

    @Override
    public int getSendBufferSize() {
        return SEND_BUFFER_BYTES;
    }
}
