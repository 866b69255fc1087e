package derrick.api;

import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import org.slf4j.LoggerFactory;

/** Reads the server's command line and does what it says. What goes wrong is one line on stderr and an exit code. */
final class CommandLine {
    private CommandLine() {}

    /** @return the exit code of the process */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (List.of(arguments).stream().anyMatch(Set.of("--help", "-h")::contains)) {
            out.print(UpOptions.HELP);
            return 0;
        }
        try {
            UpCommand up = new UpCommand(out, err);
            Namespace namespace = parser(up).parseArgs(arguments);
            up.run(new Bootstrap<>(new DerrickServer()), namespace);
            return 0;
        } catch (ArgumentParserException wrong) {
            err.println("derrick: " + wrong.getMessage() + "; see ./derrick up --help");
            return StartupFailure.USAGE;
        } catch (Exception failure) {
            return StartupFailure.of(failure)
                    .map(refusal -> {
                        err.println("derrick: " + refusal.getMessage());
                        return refusal.exitCode();
                    })
                    .orElseGet(() -> {
                        LoggerFactory.getLogger(CommandLine.class).error("derrick: stopped by a failure", failure);
                        return 1;
                    });
        }
    }

    private static ArgumentParser parser(UpCommand up) {
        ArgumentParser parser =
                ArgumentParsers.newFor("./derrick").addHelp(false).build();
        up.configure(parser.addSubparsers().addParser(up.getName(), false));
        return parser;
    }
}
