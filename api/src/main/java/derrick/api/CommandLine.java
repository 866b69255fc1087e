package derrick.api;

import derrick.migrations.postgres.embedded.IoErrors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.slf4j.LoggerFactory;

/** Parses and runs the command line of {@code up}. An error is one line on stderr and an exit code. */
final class CommandLine {
    private CommandLine() {}

    /** @return the exit code of the process */
    static int run(OutputStream out, PrintStream err, String... arguments) {
        if (List.of(arguments).stream().anyMatch(Set.of("--help", "-h")::contains)) {
            return help(out, err);
        }
        try {
            new UpCommand(out, err).run(UpOptions.of(parser().parseArgs(arguments)));
            return 0;
        } catch (ArgumentParserException invalid) {
            err.println("derrick: " + invalid.getMessage() + "; see ./derrick up --help");
            return StartupFailure.USAGE;
        } catch (Exception failure) {
            return StartupFailure.of(failure)
                    .map(reported -> {
                        err.println("derrick: " + reported.getMessage());
                        return reported.exitCode();
                    })
                    .orElseGet(() -> {
                        LoggerFactory.getLogger(CommandLine.class).error("derrick: unexpected error", failure);
                        return 1;
                    });
        }
    }

    private static int help(OutputStream out, PrintStream err) {
        try {
            print(out, UpOptions.HELP);
            return 0;
        } catch (IOException failure) {
            err.println("derrick: cannot write the output: " + failure.getMessage());
            return StartupFailure.USAGE;
        }
    }

    /** Writes text for a person to read. A broken pipe is no error. */
    static void print(OutputStream out, String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException failure) {
            if (!IoErrors.isReaderGone(failure)) {
                throw failure;
            }
        }
    }

    private static ArgumentParser parser() {
        ArgumentParser parser =
                ArgumentParsers.newFor("./derrick").addHelp(false).build();
        UpOptions.describe(parser.addSubparsers().addParser(UpCommand.NAME, false));
        return parser;
    }
}
