package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The server process of a folder: found, started, stopped. Whoever calls holds the folder's turn. */
record PostgresServer(ServerFolder folder, ServerSettings settings, Consumer<String> say) {
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final Duration FORK_LIMIT = Duration.ofSeconds(1);
    private static final long LARGEST_LOG_BYTES = 4L << 20;
    private static final String NO_SUCH_DATABASE = "3D000";

    /** The server that runs on this folder's data, if one does; waits until it has finished its recovery. */
    Optional<PostmasterFile> find() {
        Optional<PostmasterFile> written = PostmasterFile.read(folder.postmasterFile());
        if (written.isEmpty() || !runs(written.get().pid())) {
            return Optional.empty();
        }
        return awaitReady(written.get().pid());
    }

    private Optional<PostmasterFile> awaitReady(long pid) {
        ProcessWait.until(RECOVERY_LIMIT, () -> !runs(pid) || ready(pid).isPresent());
        Optional<PostmasterFile> ready = ready(pid);
        if (ready.isEmpty() && runs(pid)) {
            throw new EmbeddedUnavailable("the embedded PostgreSQL (process " + pid + ") has not become ready in "
                    + RECOVERY_LIMIT.toMinutes() + " minutes; see " + folder.log());
        }
        return ready;
    }

    private Optional<PostmasterFile> ready(long pid) {
        return PostmasterFile.read(folder.postmasterFile()).filter(file -> file.ready() && file.pid() == pid);
    }

    /** Whether a server runs on this folder's data, ready or not. */
    boolean isRunning() {
        return PostmasterFile.read(folder.postmasterFile())
                .filter(file -> runs(file.pid()))
                .isPresent();
    }

    /** Whether the server takes connections, as far as it says itself. */
    boolean isReady() {
        return PostmasterFile.read(folder.postmasterFile())
                .filter(file -> file.ready() && runs(file.pid()))
                .isPresent();
    }

    /** A number can have gone to another program since. */
    private boolean runs(long pid) {
        return ProcessRef.find(pid)
                .filter(process -> process.serves(folder.realData()))
                .isPresent();
    }

    /** Starts the server, whose log begins anew. */
    ServerAddress start() {
        return started(() -> false, 0);
    }

    /**
     * Starts the server again after it died, and goes on with its log.
     *
     * @param cancelled tells that it is not wanted any more
     */
    ServerAddress restart(BooleanSupplier cancelled) {
        return started(cancelled, LARGEST_LOG_BYTES);
    }

    private ServerAddress started(BooleanSupplier cancelled, long largestLogBytes) {
        LaunchConfig launch = new DataDirectory(folder).prepare(settings.durable());
        new OrphanedProcesses(folder.realData()).end(cancelled);
        try {
            removeFilesOfDeadServer();
            rotateLog(largestLogBytes);
            launch(launch, cancelled);
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "the embedded PostgreSQL cannot be started: " + IoErrors.reason(failure), failure);
        }
        try {
            return address(PostmasterFile.read(folder.postmasterFile()).orElseThrow());
        } catch (RuntimeException failure) {
            stop();
            throw failure;
        }
    }

    /**
     * Removes what a dead server left. PostgreSQL does so itself, unless the file is damaged or the number in it went
     * to another program.
     */
    private void removeFilesOfDeadServer() throws IOException {
        if (!isRunning()) {
            Files.deleteIfExists(folder.postmasterFile());
            Files.deleteIfExists(folder.socketLock());
        }
    }

    private void rotateLog(long largestBytes) throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) >= largestBytes) {
            Files.move(folder.log(), folder.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void launch(LaunchConfig launch, BooleanSupplier cancelled) throws IOException {
        ServerLog log = new ServerLog(folder.log());
        int logged = log.text().length();
        List<String> arguments = new ArrayList<>(List.of("start", "-w", "-s"));
        arguments.addAll(List.of("-t", Long.toString(RECOVERY_LIMIT.toSeconds())));
        arguments.addAll(List.of("-D", folder.path().relativize(folder.data()).toString()));
        arguments.addAll(List.of("-l", folder.path().relativize(folder.log()).toString()));
        arguments.addAll(List.of("-o", String.join(" ", settings.options())));
        ProgramRun.Finished started = launch.run("pg_ctl", arguments, cancelled);
        if (cancelled.getAsBoolean()) {
            // The server may only just have been forked: who stops it next has to see it.
            ProcessWait.until(FORK_LIMIT, () -> started.ok() || isRunning());
        }
        if (!started.ok()) {
            String said = log.text().substring(Math.min(logged, log.text().length()));
            throw new EmbeddedUnavailable("the embedded PostgreSQL did not start: "
                    + ServerLog.summary(said.isBlank() ? started.output() : said) + " (log: " + folder.log() + ")");
        }
    }

    /** The address of a server that is ready, which must be the one of this folder. */
    ServerAddress address(PostmasterFile ready) {
        Path socketFolder = new SocketFolder(folder.data()).path();
        return verified(new ServerAddress(socketFolder, ready.port(), ServerPassword.read(folder.password())));
    }

    /**
     * Proves that the server behind the address works on this folder's data, and makes its database if there is none.
     */
    ServerAddress verified(ServerAddress address) {
        try {
            requireOwnData(address);
        } catch (SQLException failure) {
            if (!NO_SUCH_DATABASE.equals(failure.getSQLState())) {
                throw refused(address, failure);
            }
            createDatabase(address);
        }
        return address;
    }

    private void requireOwnData(ServerAddress address) throws SQLException {
        try (Connection connection = address.dataSource(ServerAddress.DATABASE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            rows.next();
            Path served = Path.of(rows.getString(1));
            if (!Files.isSameFile(served, folder.data())) {
                throw new EmbeddedUnavailable(
                        "the server on " + address + " is not the one of " + folder.path() + ": it serves " + served);
            }
        } catch (IOException failure) {
            throw new EmbeddedUnavailable("the server on " + address + " is not the one of " + folder.path(), failure);
        }
    }

    private void createDatabase(ServerAddress address) {
        try (Connection connection = address.dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + ServerAddress.DATABASE);
            requireOwnData(address);
        } catch (SQLException failure) {
            throw refused(address, failure);
        }
    }

    private EmbeddedUnavailable refused(ServerAddress address, SQLException failure) {
        return new EmbeddedUnavailable(
                "the server on " + address + ", which should be the one of " + folder.path() + ", cannot be used: "
                        + ServerLog.summary(String.valueOf(failure.getMessage())),
                failure);
    }

    /** Stops the server, fast: open transactions are rolled back, committed ones are on disk. */
    void stop() {
        Optional<PostmasterFile> server =
                PostmasterFile.read(folder.postmasterFile()).filter(file -> runs(file.pid()));
        if (server.isEmpty()) {
            return;
        }
        long pid = server.get().pid();
        new ProcessRef(pid).signal("INT");
        ProcessWait.until(STOP_LIMIT, () -> !Files.exists(folder.postmasterFile()) || !runs(pid));
        if (Files.exists(folder.postmasterFile()) && runs(pid)) {
            say.accept("the embedded PostgreSQL (process " + pid + ") is still stopping; see " + folder.log());
        }
    }
}
