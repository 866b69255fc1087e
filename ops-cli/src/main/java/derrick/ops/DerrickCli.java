package derrick.ops;

import derrick.domain.rig.RigId;
import derrick.domain.time.Rfc3339;
import derrick.ops.revision.CurrentCommand;
import derrick.ops.revision.DowngradeCommand;
import derrick.ops.revision.HistoryCommand;
import derrick.ops.revision.UpgradeCommand;
import derrick.ops.sensor.ExportCommand;
import derrick.ops.sensor.ImportCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The platform on the command line. */
@Command(name = "derrick")
public final class DerrickCli {
    private DerrickCli() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofThisProcess();
        int exitCode = run(terminal, args);
        terminal.out().flush();
        System.exit(exitCode);
    }

    /** Runs one command and returns what it tells the shell. */
    public static int run(Terminal terminal, String... args) {
        CommandLine root = new CommandLine(new DerrickCli());
        Map<String, List<CommandLine>> commandsByTask = commandsByTask(terminal);
        commandsByTask
                .values()
                .forEach(
                        commands -> commands.forEach(command -> root.addSubcommand(command.getCommandName(), command)));
        root.addSubcommand(new HelpCommand(terminal, root, commandsByTask));
        Failures failures = new Failures(terminal);
        Stream.of("upgrade", "downgrade")
                .map(root.getSubcommands()::get)
                .forEach(moves -> moves.setUnmatchedOptionsArePositionalParams(true));
        return root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(80)
                .registerConverter(RigId.class, worded(RigId::new))
                .registerConverter(Instant.class, worded(Rfc3339::parse))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(args.length == 0 ? new String[] {"help"} : args);
    }

    /** All that the platform can do, by the task that people come with. */
    private static Map<String, List<CommandLine>> commandsByTask(Terminal terminal) {
        Map<String, List<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("Run", listed(new UpCommand()));
        commands.put("Data", listed(new ImportCommand(terminal), new ExportCommand(terminal)));
        commands.put(
                "Schema",
                listed(
                        new CurrentCommand(terminal),
                        new HistoryCommand(terminal),
                        new UpgradeCommand(terminal),
                        new DowngradeCommand(terminal)));
        commands.put("More", listed(new VersionCommand(terminal)));
        return commands;
    }

    private static List<CommandLine> listed(Object... commands) {
        return Stream.of(commands).map(CommandLine::new).toList();
    }

    /** What the domain has against a value, picocli is to say in the domain's words. */
    private static <T> ITypeConverter<T> worded(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("'%s' %s".formatted(text, wrong.getMessage()));
            }
        };
    }
}
