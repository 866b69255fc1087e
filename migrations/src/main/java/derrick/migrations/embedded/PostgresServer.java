package derrick.migrations.embedded;

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
import java.util.stream.Collectors;

/** The server process of a folder: found, started, stopped. Whoever calls holds the folder's turn. */
record PostgresServer(ServerFolder folder, ServerSettings settings, Consumer<String> say) {
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final int PORTS_TRIED = 10;
    private static final String NO_SUCH_DATABASE = "3D000";

    /** The server that runs on this folder's data, if one does; it may have to finish its recovery first. */
    Optional<ServerAddress> find() {
        Optional<PostmasterFile> written = PostmasterFile.read(folder.postmasterFile());
        if (written.isEmpty() || !runs(written.get().pid())) {
            return Optional.empty();
        }
        long pid = written.get().pid();
        Optional<PostmasterFile> ready = awaitReady(pid);
        return ready.map(server -> verified(new ServerAddress(server.port(), Password.read(folder.password()))));
    }

    private Optional<PostmasterFile> awaitReady(long pid) {
        await(RECOVERY_LIMIT, () -> !runs(pid) || ready(pid).isPresent());
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

    /** A number can have gone to another program since: a server of this folder works in its data directory. */
    private boolean runs(long pid) {
        return LiveProcess.find(pid)
                .filter(process -> process.workingFolder()
                        .map(working -> working.equals(folder.realData()))
                        .orElseGet(
                                () -> process.program().map("postgres"::equals).orElse(true)))
                .isPresent();
    }

    ServerAddress start() {
        Launch launch = new Cluster(folder).prepare(settings.durable());
        try {
            removeMisleadingPostmasterFile();
            for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
                if (startOn(settings.freePort().getAsInt(), launch)) {
                    return verifiedOrStopped();
                }
            }
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "the embedded PostgreSQL cannot be started: " + FileFailure.reason(failure), failure);
        }
        throw new EmbeddedUnavailable("the embedded PostgreSQL found no free TCP port on 127.0.0.1 in " + PORTS_TRIED
                + " attempts; see " + folder.log());
    }

    /**
     * A dead server's file is no obstacle to a start, unless its number went to another program: PostgreSQL then takes
     * that for a server.
     */
    private void removeMisleadingPostmasterFile() throws IOException {
        Optional<PostmasterFile> left = PostmasterFile.read(folder.postmasterFile());
        if (left.isPresent()
                && ProcessHandle.of(left.get().pid()).isPresent()
                && !runs(left.get().pid())) {
            Files.delete(folder.postmasterFile());
        }
    }

    private ServerAddress verifiedOrStopped() {
        try {
            int port =
                    PostmasterFile.read(folder.postmasterFile()).orElseThrow().port();
            return verified(new ServerAddress(port, Password.read(folder.password())));
        } catch (RuntimeException failure) {
            stop();
            throw failure;
        }
    }

    /** Says whether the server runs; false if somebody else took the port before it could. */
    private boolean startOn(int port, Launch launch) throws IOException {
        if (Files.exists(folder.log())) {
            Files.move(folder.log(), folder.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> arguments = new ArrayList<>(List.of("start", "-w", "-s"));
        arguments.addAll(List.of("-t", Long.toString(RECOVERY_LIMIT.toSeconds())));
        arguments.addAll(List.of("-D", folder.path().relativize(folder.data()).toString()));
        arguments.addAll(List.of("-l", folder.path().relativize(folder.log()).toString()));
        arguments.addAll(List.of("-o", settings.options(port).stream().collect(Collectors.joining(" "))));
        Command.Finished started = launch.run("pg_ctl", arguments);
        if (started.ok()) {
            return true;
        }
        String log = new ServerLog(folder.log()).text();
        if (log.contains("could not create any TCP/IP sockets")) {
            return false;
        }
        throw new EmbeddedUnavailable("the embedded PostgreSQL did not start: "
                + ServerLog.summary(log.isBlank() ? started.output() : log) + " (log: " + folder.log() + ")");
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
        Command.of(folder.path(), List.of(), List.of("sh", "-c", "kill -INT " + pid))
                .run();
        await(STOP_LIMIT, () -> !Files.exists(folder.postmasterFile()) || !runs(pid));
        if (Files.exists(folder.postmasterFile()) && runs(pid)) {
            say.accept("the embedded PostgreSQL (process " + pid + ") is still stopping; see " + folder.log());
        }
    }

    /** Processes of others announce nothing, so this looks again every few milliseconds. */
    private static void await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
