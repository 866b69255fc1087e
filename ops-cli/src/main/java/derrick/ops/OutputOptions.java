package derrick.ops;

import picocli.CommandLine.Option;

/** Options {@code --json} and {@code --help}, which all commands have. */
public final class OutputOptions {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    public boolean json() {
        return json;
    }
}
