package derrick.api;

import derrick.migrations.postgres.DatabaseChoice;
import derrick.migrations.postgres.DatabaseSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** The command {@code up}: runs the server until Ctrl-C or SIGTERM. */
record UpCommand(OutputStream out, PrintStream err) {
    static final String NAME = "up";

    /** Takes the lock before it loads anything slow, since that removes the state file of a server that was killed. */
    void run(UpOptions options) throws Exception {
        DatabaseSettings settings = options.databaseSettings();
        ServerLock lock = ServerLock.on(settings.dataDirOrDefault());
        try (lock;
                ShutdownSignal stop = ShutdownSignal.install();
                ServerRuntime runtime = ServerRuntime.start(options, DatabaseChoice.from(settings), err::println)) {
            printBanner(runtime);
            stop.await();
            err.println("stopping after the requests in progress");
        }
    }

    /** Prints the banner. The server runs on if that fails. */
    private void printBanner(ServerRuntime runtime) {
        try {
            CommandLine.print(out, String.join("\n", runtime.describe()) + "\n");
        } catch (IOException failure) {
            err.println("derrick: cannot write the output: %s; serving at %s"
                    .formatted(failure.getMessage(), runtime.http()));
        }
    }
}
