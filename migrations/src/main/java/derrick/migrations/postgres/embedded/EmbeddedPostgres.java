package derrick.migrations.postgres.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The PostgreSQL server of a data folder. Whoever opens it first starts it, everybody else, in this process or another,
 * joins, and the last to close it stops it. It outlives a process that is killed; the next one to open it joins it
 * again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** What each connection must ask for, so that no password is sent: the server has to prove that it knows it. */
    public static final String AUTHENTICATION = "scram-sha-256";

    private static final Map<Path, Held> HELD = new HashMap<>();
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(30);

    private final Path folder;
    private final ServerAddress address;
    private boolean open = true;

    private EmbeddedPostgres(Path folder, ServerAddress address) {
        this.folder = folder;
        this.address = address;
    }

    /**
     * Opens the server of a data folder; makes folder, database and server if they are not there.
     *
     * @param say takes a line for a person to read, when something takes long
     * @throws EmbeddedUnavailable if that is impossible here; the message says what can be done
     */
    public static EmbeddedPostgres open(Path dataFolder, Consumer<String> say) {
        return open(dataFolder, ServerSettings.DURABLE, say);
    }

    static EmbeddedPostgres open(Path dataFolder, ServerSettings settings, Consumer<String> say) {
        ServerFolder folder = ServerFolder.in(dataFolder);
        synchronized (HELD) {
            Held held = HELD.get(folder.path());
            if (held == null) {
                held = Held.open(new PostgresServer(folder, settings, say));
                HELD.put(folder.path(), held);
            }
            held.users++;
            return new EmbeddedPostgres(folder.path(), held.address);
        }
    }

    /**
     * Whether an address is that of a data folder's own server: its host is the folder of the socket, or, as an earlier
     * version wrote it, the password is the server's. Makes nothing, and asks nobody.
     */
    public static boolean isServerOf(Path dataFolder, String host, Optional<String> password) {
        ServerFolder folder = new ServerFolder(dataFolder.resolve("postgres"));
        if (new SocketFolder(folder.data()).is(host)) {
            return true;
        }
        return Files.isReadable(folder.password())
                && password.equals(Optional.of(ServerPassword.read(folder.password())));
    }

    /** Restarts the server when it dies, until this process lets go of it. */
    public void supervise(Consumer<String> say) {
        synchronized (HELD) {
            Held held = HELD.get(folder);
            if (open && held != null) {
                held.supervise(say);
            }
        }
    }

    /** Why a supervised server takes no connections now, in one line; empty while it does. */
    public Optional<String> outage() {
        return supervisor().flatMap(Supervisor::outage);
    }

    private Optional<Supervisor> supervisor() {
        synchronized (HELD) {
            return Optional.ofNullable(HELD.get(folder)).flatMap(held -> held.supervisor);
        }
    }

    /** The folder of its Unix socket, as libpq takes it for a host. */
    public String host() {
        return address.folder().toString();
    }

    /** The number in the socket's name. */
    public int port() {
        return address.port();
    }

    /** The role to log in as; it owns the database. */
    public String user() {
        return ServerAddress.USER;
    }

    /** The generated password; never to be printed. */
    public String password() {
        return address.password();
    }

    /** The name of the database. */
    public String database() {
        return ServerAddress.DATABASE;
    }

    /** Lets go of the server; it stops if nobody else uses it. */
    @Override
    public void close() {
        // An interrupt would close the lock's channel, and the server would stay.
        boolean interrupted = Thread.interrupted();
        try {
            letGo();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void letGo() {
        synchronized (HELD) {
            if (!open) {
                return;
            }
            open = false;
            Held held = HELD.get(folder);
            if (held != null && --held.users == 0) {
                HELD.remove(folder);
                held.letGo();
            }
        }
    }

    /** This process's share in a server, however many use it here. */
    private static final class Held {
        private final PostgresServer server;
        private final ServerUseLock lock;
        private final ServerAddress address;
        private Optional<Supervisor> supervisor = Optional.empty();
        private int users;

        private Held(PostgresServer server, ServerUseLock lock, ServerAddress address) {
            this.server = server;
            this.lock = lock;
            this.address = address;
        }

        static Held open(PostgresServer server) {
            ServerUseLock lock = ServerUseLock.on(server.folder().lock());
            try {
                Optional<ServerAddress> address = joined(server, lock);
                if (address.isEmpty()) {
                    server.say().accept("waiting for the derrick that restarts the embedded PostgreSQL");
                    ProcessWait.until(LONGEST_RESTART, () -> server.isReady() || !lock.supervisedByOthers());
                    address = joined(server, lock);
                }
                return new Held(
                        server,
                        lock,
                        address.orElseThrow(() -> new EmbeddedUnavailable("the embedded PostgreSQL in "
                                + server.folder().path() + " is down, and the derrick that restarts it has not"
                                + " succeeded yet; see " + server.folder().log())));
            } catch (RuntimeException failure) {
                lock.close();
                throw failure;
            }
        }

        private static Optional<ServerAddress> joined(PostgresServer server, ServerUseLock lock) {
            return lock.alone(() -> join(server, lock), server.say());
        }

        /** Joins or starts the server; empty if another process is about to restart it. */
        private static Optional<ServerAddress> join(PostgresServer server, ServerUseLock lock) {
            Optional<PostmasterFile> running = server.find();
            if (running.isPresent() && running.get().socketFolder().isEmpty()) {
                stopOneWithoutSocket(server, lock);
                running = Optional.empty();
            }
            if (running.isEmpty() && lock.usedByOthers()) {
                if (lock.supervisedByOthers()) {
                    return Optional.empty();
                }
                throw new EmbeddedUnavailable(
                        "another derrick uses " + server.folder().path()
                                + ", but its server is not to be seen from here: it has stopped, or runs in another"
                                + " container. Stop that derrick and try again");
            }
            ServerAddress address = running.map(server::address).orElseGet(server::start);
            lock.enter();
            return Optional.of(address);
        }

        /** Earlier versions started a server that is reached by TCP alone, where others can take its place. */
        private static void stopOneWithoutSocket(PostgresServer server, ServerUseLock lock) {
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

        void letGo() {
            supervisor.ifPresent(Supervisor::close);
            try {
                lock.alone(
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
