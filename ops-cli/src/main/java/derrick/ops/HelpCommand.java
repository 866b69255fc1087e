package derrick.ops;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code derrick help}: lists all commands, or describes one. */
@Command(name = "help", header = "List all commands, or describe one.")
final class HelpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to describe.")
    private Optional<String> command = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
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
        out.println("Derrick stores the data of drilling rigs and versions its database schema.");
        out.println();
        out.println("Usage: derrick COMMAND [OPTION]...");
        String task = "";
        for (CommandEntry entry : CommandEntry.ALL) {
            if (!entry.task().equals(task)) {
                task = entry.task();
                out.printf("%n%s%n", task);
            }
            out.printf("  %-10s %s%n", entry.name(), header(entry));
        }
        out.println();
        out.println("""
                For details: derrick help COMMAND, or derrick COMMAND --help.
                Every command takes --json. Commands that use a database take --data-dir DIR
                (folder of the embedded database, default .derrick) and --database-url URL
                (another database).

                Exit codes: 0 success, 1 differences or findings, 2 usage error or unreadable
                input, 3 database unavailable, 4 migration failed, 5 refused for safety,
                6 lock timeout, 70 internal error.""");
        return ExitCode.DONE.number();
    }

    private String header(CommandEntry entry) {
        return entry.commandLine(terminal).getCommandSpec().usageMessage().header()[0];
    }
}
