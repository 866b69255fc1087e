package derrick.ops;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code derrick help}: all commands on one page, or all about one of them. */
@Command(name = "help", header = "Show all commands, or all about one.")
final class HelpCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CommandLine root;
    private final Map<String, List<CommandLine>> commandsByTask;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private Optional<String> command = Optional.empty();

    HelpCommand(Terminal terminal, CommandLine root, Map<String, List<CommandLine>> commandsByTask) {
        this.terminal = terminal;
        this.root = root;
        this.commandsByTask = commandsByTask;
    }

    @Override
    public Integer call() {
        return command.map(name -> root.execute(name, "--help")).orElseGet(this::showAll);
    }

    private int showAll() {
        PrintStream out = terminal.out();
        out.println("Derrick keeps what rigs report, and the schema it is kept in.");
        out.println();
        out.println("Usage: derrick COMMAND [OPTION]...");
        commandsByTask.forEach((task, commands) -> {
            out.printf("%n%s%n", task);
            commands.forEach(each -> out.printf("  %-10s %s%n", each.getCommandName(), headerOf(each)));
        });
        out.println();
        out.println("""
                Each command explains itself: derrick help COMMAND, or COMMAND --help.
                It takes --json, --data-dir DIR for another folder than .derrick, and
                --database-url URL for another database than the embedded one.

                Exit codes: 0 done, 1 something to look at, 2 wrong usage or unreadable input,
                3 database not reachable, 4 migration failed, 5 refused for safety, 6 lock
                not got in time, 70 a defect of derrick itself.""");
        return ExitCode.DONE.number();
    }

    private static String headerOf(CommandLine command) {
        return command.getCommandSpec().usageMessage().header()[0];
    }
}
