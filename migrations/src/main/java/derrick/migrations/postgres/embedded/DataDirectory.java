package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data directory of the embedded server. Created once by initdb, atomically. */
record DataDirectory(ServerFolder folder) {
    /**
     * Creates the data directory if it is missing.
     *
     * @return how to run the server's programs on it
     */
    LaunchConfig prepare(boolean durable) {
        LaunchStrategies strategies = new LaunchStrategies(folder);
        LaunchConfig launch = strategies.next();
        if (Files.isDirectory(folder.data())) {
            requireSameMajorVersion(launch);
            return launch;
        }
        try {
            ProgramRun.Result initdb = initialize(launch, durable);
            while (!initdb.ok()) {
                strategies.failed(launch.account(), ServerLog.summary(initdb.output()));
                launch = strategies.next();
                initdb = initialize(launch, durable);
            }
            return launch;
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "cannot create a database in " + folder.path() + ": " + IoErrors.reason(failure), failure);
        }
    }

    private void requireSameMajorVersion(LaunchConfig launch) {
        Path file = folder.data().resolve("PG_VERSION");
        try {
            String version = Files.readString(file).strip();
            if (!version.equals(Integer.toString(launch.majorVersion()))) {
                throw new EmbeddedUnavailable(folder.data() + " was created by PostgreSQL " + version
                        + ", but this Derrick has " + launch.majorVersion()
                        + "; use the Derrick that created it, or another --data-dir");
            }
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    folder.data() + " is not a PostgreSQL data directory: " + IoErrors.reason(failure), failure);
        }
    }

    /**
     * Runs initdb in a temporary directory, which is renamed on success. Deletes the remains of a failed attempt.
     */
    private ProgramRun.Result initialize(LaunchConfig launch, boolean durable) throws IOException {
        new FileTree(folder.unfinishedData()).delete();
        ServerPassword.create(folder.password());
        launch.account().takeOver(folder);
        ProgramRun.Result initdb = launch.run("initdb", arguments(durable));
        if (initdb.ok()) {
            Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            new FileTree(folder.unfinishedData()).delete();
        }
        return initdb;
    }

    private List<String> arguments(boolean durable) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + folder.path().relativize(folder.unfinishedData()),
                "--username=" + ServerAddress.USER,
                "--pwfile=" + folder.path().relativize(folder.password()),
                "--auth=scram-sha-256",
                // Every connection computes the password's hash. More iterations only protect passwords that can be
                // guessed; this one has 190 random bits.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        return arguments;
    }
}
