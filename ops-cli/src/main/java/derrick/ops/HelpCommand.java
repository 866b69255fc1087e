package derrick.ops;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code derrick help}: all commands on one page, or all about one of them. */
@Command(name = "help", header = "Show all commands, or all about one.")
final class HelpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private Optional<String> command = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return command.map(name -> DerrickCli.run(terminal, name, "--help")).orElseGet(this::showAll);
    }

    private int showAll() {
        PrintStream out = terminal.out();
        out.println("Derrick keeps what rigs report, and the schema it is kept in.");
        out.println();
        out.println("Usage: derrick COMMAND [OPTION]...");
        String task = "";
        for (CommandEntry offer : CommandEntry.ALL) {
            if (!offer.task().equals(task)) {
                task = offer.task();
                out.printf("%n%s%n", task);
            }
            out.printf("  %-10s %s%n", offer.name(), header(offer));
        }
        out.println();
        out.println("""
                Each command explains itself: derrick help COMMAND, or COMMAND --help.
                It takes --json. Those that need a database take --data-dir DIR for another
                folder than .derrick, and --database-url URL for another database than the
                embedded one.

                Exit codes: 0 done, 1 something to look at, 2 wrong usage or unreadable input,
                3 database not reachable, 4 migration failed, 5 refused for safety, 6 lock
                not got in time, 70 a defect of derrick itself.""");
        return ExitCode.DONE.number();
    }

    private String header(CommandEntry offer) {
        return offer.commandLine(terminal).getCommandSpec().usageMessage().header()[0];
    }
}
