package derrick.migrations.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The PostgreSQL server of a data folder. Whoever opens it first starts it, everybody else, in this process or another,
 * joins, and the last to close it stops it. It outlives a process that is killed; the next one to open it joins it
 * again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Map<Path, Held> HELD = new HashMap<>();

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

    /** Whether a folder's own server says that it listens there. Makes nothing, and asks nobody. */
    public static boolean listens(Path dataFolder, String host, int port) {
        return host.equals(ServerAddress.HOST)
                && PostmasterFile.read(new ServerFolder(dataFolder.resolve("postgres")).postmasterFile())
                        .filter(file -> file.port() == port)
                        .isPresent();
    }

    /** The host to connect to; always this machine. */
    public String host() {
        return ServerAddress.HOST;
    }

    /** The TCP port; another one after each start. */
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
        private final UserLock lock;
        private final ServerAddress address;
        private int users;

        private Held(PostgresServer server, UserLock lock, ServerAddress address) {
            this.server = server;
            this.lock = lock;
            this.address = address;
        }

        static Held open(PostgresServer server) {
            UserLock lock = UserLock.on(server.folder().lock());
            try {
                ServerAddress address = lock.alone(() -> join(server, lock), server.say());
                return new Held(server, lock, address);
            } catch (RuntimeException failure) {
                lock.close();
                throw failure;
            }
        }

        private static ServerAddress join(PostgresServer server, UserLock lock) {
            ServerAddress address = server.find().orElseGet(() -> {
                if (lock.usedByOthers()) {
                    throw new EmbeddedUnavailable(
                            "another derrick uses " + server.folder().path()
                                    + ", but its server is not to be seen from here: it has stopped, or runs in another"
                                    + " container. Stop that derrick and try again");
                }
                return server.start();
            });
            lock.enter();
            return address;
        }

        void letGo() {
            try {
                lock.alone(
                        () -> {
                            lock.leave();
                            if (!lock.usedByOthers()) {
                                server.stop();
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
