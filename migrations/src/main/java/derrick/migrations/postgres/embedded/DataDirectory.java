package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data directory: made once, whole or not at all. */
record DataDirectory(ServerFolder folder) {
    /**
     * Makes the data directory if there is none.
     *
     * @return the way to run the programs that made it, or that suits what was made earlier
     */
    LaunchConfig prepare(boolean durable) {
        LaunchStrategies ways = new LaunchStrategies(folder);
        LaunchConfig launch = ways.next();
        if (Files.isDirectory(folder.data())) {
            requireSameMajorVersion(launch);
            return launch;
        }
        try {
            ProgramRun.Finished made = initialise(launch, durable);
            while (!made.ok()) {
                ways.failed(launch.account(), ServerLog.summary(made.output()));
                launch = ways.next();
                made = initialise(launch, durable);
            }
            return launch;
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "no database could be made in " + folder.path() + ": " + IoErrors.reason(failure), failure);
        }
    }

    private void requireSameMajorVersion(LaunchConfig launch) {
        Path file = folder.data().resolve("PG_VERSION");
        try {
            String made = Files.readString(file).strip();
            if (!made.equals(Integer.toString(launch.majorVersion()))) {
                throw new EmbeddedUnavailable(folder.data() + " was made by PostgreSQL " + made
                        + ", and this Derrick brings " + launch.majorVersion()
                        + "; use the Derrick that made it, or another --data-dir");
            }
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    folder.data() + " is not a PostgreSQL data directory: " + IoErrors.reason(failure), failure);
        }
    }

    /**
     * What an earlier attempt left half done is thrown away; the new directory appears under its name when it is whole.
     */
    private ProgramRun.Finished initialise(LaunchConfig launch, boolean durable) throws IOException {
        new FileTree(folder.unfinishedData()).delete();
        ServerPassword.make(folder.password());
        launch.account().takeOver(folder);
        ProgramRun.Finished made = launch.run("initdb", arguments(durable));
        if (made.ok()) {
            Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            new FileTree(folder.unfinishedData()).delete();
        }
        return made;
    }

    private List<String> arguments(boolean durable) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + folder.path().relativize(folder.unfinishedData()),
                "--username=" + ServerAddress.USER,
                "--pwfile=" + folder.path().relativize(folder.password()),
                "--auth=scram-sha-256",
                // Each connection reckons the password's hash anew. More rounds would slow down who guesses at a
                // password that a person made up; nobody guesses at one of 190 random bits.
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
