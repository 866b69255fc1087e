package derrick.api;

import derrick.migrations.postgres.DatabaseChoice;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** The command {@code up}: serves until it is told to stop. */
final class UpCommand extends Command {
    private final PrintStream out;
    private final PrintStream err;

    UpCommand(PrintStream out, PrintStream err) {
        super("up", "serves the platform");
        this.out = out;
        this.err = err;
    }

    @Override
    public void configure(Subparser up) {
        UpOptions.describe(up);
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
        UpOptions options = UpOptions.of(namespace);
        DatabaseChoice choice = DatabaseChoice.from(options.databaseSettings());
        try (ShutdownSignal stop = ShutdownSignal.install();
                ServerRuntime platform = ServerRuntime.start(options, choice, err::println)) {
            platform.describe().forEach(out::println);
            stop.await();
            err.println("stopping: requests in flight are finished first");
        }
    }
}
