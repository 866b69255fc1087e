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

/** The command line of Derrick. */
@Command(name = "derrick")
public final class DerrickCli {
    /** Common spellings of the commands help and version. */
    private static final Map<String, String> ALIASES =
            Map.of("--help", "help", "-h", "help", "--version", "version", "-V", "version");

    private DerrickCli() {}

    public static void main(String[] args) {
        new CommandPrefetch(args).connectInBackground();
        Terminal terminal = Terminal.ofThisProcess();
        System.exit(run(terminal, args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(Terminal terminal, String... args) {
        List<String> words = new ArrayList<>(args.length == 0 ? List.of("help") : List.of(args));
        words.set(0, ALIASES.getOrDefault(words.get(0), words.get(0)));
        Optional<CommandEntry> chosen = CommandEntry.find(words.get(0));
        // Building all commands takes long, and only the suggestions for an unknown name need them.
        CommandLine line = chosen.map(entry -> entry.commandLine(terminal)).orElseGet(() -> allCommands(terminal));
        ExitCodeMapper failures = new ExitCodeMapper(terminal);
        int exitCode = line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(80)
                .registerConverter(RigId.class, new DomainConverter<>(RigId::new))
                .registerConverter(Instant.class, new DomainConverter<>(Rfc3339::parse))
                .registerConverter(ZoneId.class, new DomainConverter<>(ZoneNames::parse))
                .registerConverter(TimeForm.class, new DomainConverter<>(TimeForm::named))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(words.subList(chosen.isPresent() ? 1 : 0, words.size()).toArray(String[]::new));
        return failures.orWriteFailure(exitCode);
    }

    private static CommandLine allCommands(Terminal terminal) {
        CommandLine program = new CommandLine(new DerrickCli());
        CommandEntry.ALL.forEach(entry -> program.addSubcommand(entry.name(), entry.commandLine(terminal)));
        return program;
    }

    /**
     * Converts an option's value with a parser of the domain, and reports the parser's message. It is a record and not
     * a lambda because the JVM's class archive does not keep lambdas.
     */
    private record DomainConverter<T>(Function<String, T> parser) implements ITypeConverter<T> {
        @Override
        public T convert(String text) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException invalid) {
                throw new TypeConversionException("'%s' %s".formatted(text, invalid.getMessage()));
            }
        }
    }
}
