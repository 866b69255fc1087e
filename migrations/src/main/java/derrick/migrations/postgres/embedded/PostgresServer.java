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

/** Finds, starts and stops the server of a folder. Callers hold the exclusive lock of {@link ServerUseLock}. */
record PostgresServer(ServerFolder folder, ServerSettings settings, Consumer<String> say) {
    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration FORK_TIMEOUT = Duration.ofSeconds(1);
    private static final long MAX_LOG_BYTES = 4L << 20;
    private static final String NO_SUCH_DATABASE = "3D000";

    /** Returns the running server of this folder, after its recovery has finished. */
    Optional<PostmasterFile> find() {
        Optional<PostmasterFile> written = PostmasterFile.read(folder.postmasterFile());
        if (written.isEmpty() || !runs(written.get().pid())) {
            return Optional.empty();
        }
        return awaitReady(written.get().pid());
    }

    private Optional<PostmasterFile> awaitReady(long pid) {
        ProcessWait.until(RECOVERY_TIMEOUT, () -> !runs(pid) || ready(pid).isPresent());
        Optional<PostmasterFile> ready = ready(pid);
        if (ready.isEmpty() && runs(pid)) {
            throw new EmbeddedUnavailable("the embedded PostgreSQL (process " + pid + ") has not become ready in "
                    + RECOVERY_TIMEOUT.toMinutes() + " minutes; see " + folder.log());
        }
        return ready;
    }

    private Optional<PostmasterFile> ready(long pid) {
        return PostmasterFile.read(folder.postmasterFile()).filter(file -> file.ready() && file.pid() == pid);
    }

    /** True if a server runs on this folder's data, ready or not. */
    boolean isRunning() {
        return PostmasterFile.read(folder.postmasterFile())
                .filter(file -> runs(file.pid()))
                .isPresent();
    }

    /** True if the server reports that it accepts connections. */
    boolean isReady() {
        return PostmasterFile.read(folder.postmasterFile())
                .filter(file -> file.ready() && runs(file.pid()))
                .isPresent();
    }

    /** True if the process is a server of this folder. Its number may be another program's by now. */
    private boolean runs(long pid) {
        return ProcessRef.find(pid)
                .filter(process -> process.serves(folder.realData()))
                .isPresent();
    }

    /** Starts the server with a new log. */
    ServerAddress start() {
        return start(() -> false, 0);
    }

    /**
     * Restarts the server after a crash and appends to its log.
     *
     * @param cancelled returns true to cancel the start
     */
    ServerAddress restart(BooleanSupplier cancelled) {
        return start(cancelled, MAX_LOG_BYTES);
    }

    private ServerAddress start(BooleanSupplier cancelled, long maxLogBytes) {
        LaunchConfig launch = new DataDirectory(folder).prepare(settings.durable());
        new OrphanedProcesses(folder.realData()).end(cancelled);
        try {
            removeFilesOfCrashedServer();
            rotateLog(maxLogBytes);
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
     * Removes the files of a crashed server. PostgreSQL does not, if they are damaged or their process number is in
     * use.
     */
    private void removeFilesOfCrashedServer() throws IOException {
        if (!isRunning()) {
            Files.deleteIfExists(folder.postmasterFile());
            Files.deleteIfExists(folder.socketLock());
        }
    }

    private void rotateLog(long maxBytes) throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) >= maxBytes) {
            Files.move(folder.log(), folder.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void launch(LaunchConfig launch, BooleanSupplier cancelled) throws IOException {
        ServerLog log = new ServerLog(folder.log());
        int logged = log.text().length();
        List<String> arguments = new ArrayList<>(List.of("start", "-w", "-s"));
        arguments.addAll(List.of("-t", Long.toString(RECOVERY_TIMEOUT.toSeconds())));
        arguments.addAll(List.of("-D", folder.path().relativize(folder.data()).toString()));
        arguments.addAll(List.of("-l", folder.path().relativize(folder.log()).toString()));
        arguments.addAll(List.of("-o", String.join(" ", settings.options())));
        ProgramRun.Result started = launch.run("pg_ctl", arguments, cancelled);
        if (cancelled.getAsBoolean()) {
            // Waits until a server that was just forked has written its file, so that it can be stopped.
            ProcessWait.until(FORK_TIMEOUT, () -> started.ok() || isRunning());
        }
        if (!started.ok()) {
            String output = log.text().substring(Math.min(logged, log.text().length()));
            throw new EmbeddedUnavailable("the embedded PostgreSQL did not start: "
                    + ServerLog.summary(output.isBlank() ? started.output() : output) + " (log: " + folder.log() + ")");
        }
    }

    /** Returns the address of a ready server, checked to be that of this folder. */
    ServerAddress address(PostmasterFile ready) {
        Path socketFolder = new SocketFolder(folder.data()).path();
        return verified(new ServerAddress(socketFolder, ready.port(), ServerPassword.read(folder.password())));
    }

    /**
     * Checks that the server at an address serves this folder's data, and creates its database if it is missing.
     */
    ServerAddress verified(ServerAddress address) {
        try {
            requireOwnData(address);
        } catch (SQLException failure) {
            if (!NO_SUCH_DATABASE.equals(failure.getSQLState())) {
                throw unusable(address, failure);
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
            throw unusable(address, failure);
        }
    }

    private EmbeddedUnavailable unusable(ServerAddress address, SQLException failure) {
        return new EmbeddedUnavailable(
                "the server on " + address + ", which should be the one of " + folder.path() + ", cannot be used: "
                        + ServerLog.summary(String.valueOf(failure.getMessage())),
                failure);
    }

    /** Stops the server in fast mode: rolls back open transactions. */
    void stop() {
        Optional<PostmasterFile> server =
                PostmasterFile.read(folder.postmasterFile()).filter(file -> runs(file.pid()));
        if (server.isEmpty()) {
            return;
        }
        long pid = server.get().pid();
        new ProcessRef(pid).signal("INT");
        ProcessWait.until(STOP_TIMEOUT, () -> !Files.exists(folder.postmasterFile()) || !runs(pid));
        if (Files.exists(folder.postmasterFile()) && runs(pid)) {
            say.accept("the embedded PostgreSQL (process " + pid + ") is still stopping; see " + folder.log());
        }
    }
}
