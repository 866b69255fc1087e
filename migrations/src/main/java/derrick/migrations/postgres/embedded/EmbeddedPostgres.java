package derrick.migrations.postgres.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The embedded PostgreSQL server of a data folder. The first user starts it, later ones join it, in this process or
 * others, and the last one stops it. It survives a killed process; the next user joins it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /**
     * The authentication that every connection requires. With SCRAM the password is never sent, and the server proves
     * that it knows it.
     */
    public static final String AUTHENTICATION = "scram-sha-256";

    private static final Map<Path, SharedServer> SHARED = new HashMap<>();
    private static final Duration RESTART_TIMEOUT = Duration.ofSeconds(30);

    private final Path folder;
    private final ServerAddress address;
    private boolean open = true;

    private EmbeddedPostgres(Path folder, ServerAddress address) {
        this.folder = folder;
        this.address = address;
    }

    /**
     * Opens the server of a data folder. Creates the folder and the database and starts the server as needed.
     *
     * @param say receives messages for the user when something takes long
     * @throws EmbeddedUnavailable if it cannot run; the message says what helps
     */
    public static EmbeddedPostgres open(Path dataFolder, Consumer<String> say) {
        return open(dataFolder, ServerSettings.DURABLE, say);
    }

    static EmbeddedPostgres open(Path dataFolder, ServerSettings settings, Consumer<String> say) {
        ServerFolder folder = ServerFolder.in(dataFolder);
        synchronized (SHARED) {
            SharedServer shared = SHARED.get(folder.path());
            if (shared == null) {
                shared = SharedServer.open(new PostgresServer(folder, settings, say));
                SHARED.put(folder.path(), shared);
            }
            shared.users++;
            return new EmbeddedPostgres(folder.path(), shared.address);
        }
    }

    /**
     * True if an address is that of a data folder's own server: its host is the folder of the socket. Earlier versions
     * are recognized by the password. Reads files only.
     */
    public static boolean isServerOf(Path dataFolder, String host, Optional<String> password) {
        ServerFolder folder = new ServerFolder(dataFolder.resolve("postgres"));
        if (new SocketFolder(folder.data()).is(host)) {
            return true;
        }
        return Files.isReadable(folder.password())
                && password.equals(Optional.of(ServerPassword.read(folder.password())));
    }

    /** Restarts the server when it crashes, until this process closes it. */
    public void supervise(Consumer<String> say) {
        synchronized (SHARED) {
            SharedServer shared = SHARED.get(folder);
            if (open && shared != null) {
                shared.supervise(say);
            }
        }
    }

    /** Returns why a supervised server accepts no connections, in one line; empty if it accepts them. */
    public Optional<String> outage() {
        return supervisor().flatMap(Supervisor::outage);
    }

    private Optional<Supervisor> supervisor() {
        synchronized (SHARED) {
            return Optional.ofNullable(SHARED.get(folder)).flatMap(shared -> shared.supervisor);
        }
    }

    /** Returns the folder of its Unix socket, which libpq accepts as a host. */
    public String host() {
        return address.folder().toString();
    }

    /** Returns the number in the socket's name. */
    public int port() {
        return address.port();
    }

    /** Returns the role that owns the database. */
    public String user() {
        return ServerAddress.USER;
    }

    /** Returns the generated password, which must not be printed. */
    public String password() {
        return address.password();
    }

    /** Returns the name of the database. */
    public String database() {
        return ServerAddress.DATABASE;
    }

    /** Closes the server. It stops unless another user has it open. */
    @Override
    public void close() {
        // An interrupt would close the channel of the lock file and leave the server running.
        boolean interrupted = Thread.interrupted();
        try {
            release();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void release() {
        synchronized (SHARED) {
            if (!open) {
                return;
            }
            open = false;
            SharedServer shared = SHARED.get(folder);
            if (shared != null && --shared.users == 0) {
                SHARED.remove(folder);
                shared.release();
            }
        }
    }

    /** A server that is open in this process, with the number of its users. */
    private static final class SharedServer {
        private final PostgresServer server;
        private final ServerUseLock lock;
        private final ServerAddress address;
        private Optional<Supervisor> supervisor = Optional.empty();
        private int users;

        private SharedServer(PostgresServer server, ServerUseLock lock, ServerAddress address) {
            this.server = server;
            this.lock = lock;
            this.address = address;
        }

        static SharedServer open(PostgresServer server) {
            ServerUseLock lock = ServerUseLock.on(server.folder().lock());
            try {
                Optional<ServerAddress> address = joinAlone(server, lock);
                if (address.isEmpty()) {
                    server.say().accept("waiting for another derrick to restart the embedded PostgreSQL");
                    ProcessWait.until(RESTART_TIMEOUT, () -> server.isReady() || !lock.supervisedByOthers());
                    address = joinAlone(server, lock);
                }
                return new SharedServer(
                        server,
                        lock,
                        address.orElseThrow(() -> new EmbeddedUnavailable("the embedded PostgreSQL in "
                                + server.folder().path() + " is down, and the derrick that supervises it could not"
                                + " restart it yet; see " + server.folder().log())));
            } catch (RuntimeException failure) {
                lock.close();
                throw failure;
            }
        }

        private static Optional<ServerAddress> joinAlone(PostgresServer server, ServerUseLock lock) {
            return lock.exclusively(() -> join(server, lock), server.say());
        }

        /** Joins or starts the server; empty if another process is to restart it. */
        private static Optional<ServerAddress> join(PostgresServer server, ServerUseLock lock) {
            Optional<PostmasterFile> running = server.find();
            if (running.isPresent() && running.get().socketFolder().isEmpty()) {
                stopServerWithoutSocket(server, lock);
                running = Optional.empty();
            }
            if (running.isEmpty() && lock.usedByOthers()) {
                if (lock.supervisedByOthers()) {
                    return Optional.empty();
                }
                throw new EmbeddedUnavailable(
                        "another derrick uses " + server.folder().path()
                                + ", but its server cannot be found: it has stopped, or runs in another container."
                                + " Stop that derrick and try again");
            }
            ServerAddress address = running.map(server::address).orElseGet(server::start);
            lock.enter();
            return Optional.of(address);
        }

        /** Stops a server of an earlier version, which listens on TCP only, where other users could take its port. */
        private static void stopServerWithoutSocket(PostgresServer server, ServerUseLock lock) {
            if (lock.usedByOthers()) {
                throw new EmbeddedUnavailable("a derrick of an earlier version uses "
                        + server.folder().path() + "; stop it and try again");
            }
            server.stop();
        }

        void supervise(Consumer<String> say) {
            if (supervisor.isEmpty()) {
                supervisor = Optional.of(Supervisor.start(server, lock, say));
            }
        }

        void release() {
            supervisor.ifPresent(Supervisor::close);
            try {
                lock.exclusively(
                        () -> {
                            lock.leave();
                            if (!lock.usedByOthers()) {
                                server.stop();
                                new SocketFolder(server.folder().data()).removeLink(address.folder());
                            }
                            return true;
                        },
                        server.say());
            } finally {
                lock.close();
            }
        }
    }
}
