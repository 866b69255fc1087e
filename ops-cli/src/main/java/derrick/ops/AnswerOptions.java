package derrick.ops;

import picocli.CommandLine.Option;

/** What a command can be told about its answer, whether it needs a database or not. */
public final class AnswerOptions {
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    public boolean json() {
        return json;
    }
}
