package derrick.ops;

import derrick.domain.rig.RigId;
import derrick.domain.time.Rfc3339;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
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
        Terminal terminal = Terminal.ofThisProcess();
        int exitCode = run(terminal, args);
        terminal.out().flush();
        System.exit(exitCode);
    }

    /** Runs one command and returns what it tells the shell. */
    public static int run(Terminal terminal, String... args) {
        String[] words = args.length == 0 ? new String[] {"help"} : args.clone();
        words[0] = BY_CUSTOM.getOrDefault(words[0], words[0]);
        CommandLine root = new CommandLine(new DerrickCli());
        Offer.chosenBy(words[0]).forEach(offer -> offer.addTo(root, terminal));
        Failures failures = new Failures(terminal);
        return root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(80)
                .registerConverter(RigId.class, worded(RigId::new))
                .registerConverter(Instant.class, worded(Rfc3339::parse))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(words);
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
