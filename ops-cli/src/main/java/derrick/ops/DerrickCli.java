package derrick.ops;

import derrick.domain.rig.RigId;
import derrick.domain.time.Rfc3339;
import derrick.domain.time.TimeForm;
import derrick.domain.time.ZoneNames;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The platform on the command line. */
@Command(name = "derrick")
public final class DerrickCli {
    /** What people try who do not know a program yet. */
    private static final Map<String, String> BY_CUSTOM =
            Map.of("--help", "help", "-h", "help", "--version", "version", "-V", "version");

    private DerrickCli() {}

    public static void main(String[] args) {
        new CommandPrefetch(args).seekDatabase();
        Terminal terminal = Terminal.ofThisProcess();
        System.exit(run(terminal, args));
    }

    /** Runs one command and returns what it tells the shell. */
    public static int run(Terminal terminal, String... args) {
        List<String> words = new ArrayList<>(args.length == 0 ? List.of("help") : List.of(args));
        words.set(0, BY_CUSTOM.getOrDefault(words.get(0), words.get(0)));
        Optional<CommandEntry> chosen = CommandEntry.named(words.get(0));
        // The program as a whole is only needed by who has to be told what commands there are.
        CommandLine line = chosen.map(offer -> offer.commandLine(terminal)).orElseGet(() -> allCommands(terminal));
        ExitCodeMapper failures = new ExitCodeMapper(terminal);
        int exitCode = line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(80)
                .registerConverter(RigId.class, new Worded<>(RigId::new))
                .registerConverter(Instant.class, new Worded<>(Rfc3339::parse))
                .registerConverter(ZoneId.class, new Worded<>(ZoneNames::parse))
                .registerConverter(TimeForm.class, new Worded<>(TimeForm::named))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(words.subList(chosen.isPresent() ? 1 : 0, words.size()).toArray(String[]::new));
        return failures.orUnwritten(exitCode);
    }

    private static CommandLine allCommands(Terminal terminal) {
        CommandLine program = new CommandLine(new DerrickCli());
        CommandEntry.ALL.forEach(offer -> program.addSubcommand(offer.name(), offer.commandLine(terminal)));
        return program;
    }

    /**
     * Lets picocli say in the domain's words what the domain has against a value. It is no lambda, since the JVM would
     * keep neither that nor picocli's own converters in its archive of loaded classes.
     */
    private record Worded<T>(Function<String, T> parser) implements ITypeConverter<T> {
        @Override
        public T convert(String text) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("'%s' %s".formatted(text, wrong.getMessage()));
            }
        }
    }
}
