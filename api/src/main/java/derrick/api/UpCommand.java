package derrick.api;

import derrick.migrations.postgres.DatabaseChoice;
import derrick.migrations.postgres.DatabaseSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** The command {@code up}: serves until it is told to stop. */
record UpCommand(OutputStream out, PrintStream err) {
    static final String NAME = "up";

    /** Has the lock before anything slow is loaded: what a server that was killed left misleads nobody from then on. */
    void run(UpOptions options) throws Exception {
        DatabaseSettings settings = options.databaseSettings();
        ServerLock lock = ServerLock.on(settings.dataDirOrDefault());
        try (lock;
                ShutdownSignal stop = ShutdownSignal.install();
                ServerRuntime platform = ServerRuntime.start(options, DatabaseChoice.from(settings), err::println)) {
            describe(platform);
            stop.await();
            err.println("stopping: requests in flight are finished first");
        }
    }

    /** A server that nobody can read of serves all the same. */
    private void describe(ServerRuntime platform) {
        try {
            CommandLine.print(out, String.join("\n", platform.describe()) + "\n");
        } catch (IOException unwritten) {
            err.println("derrick: cannot write the output: %s; serving at %s"
                    .formatted(unwritten.getMessage(), platform.http()));
        }
    }
}
