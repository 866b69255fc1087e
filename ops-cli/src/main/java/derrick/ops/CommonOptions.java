package derrick.ops;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command can be told. */
public final class CommonOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = {
                "Folder of the embedded database and of what runs on it.",
                "(default: $DERRICK_DATA_DIR, else .derrick)"
            })
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Use this database: postgresql://user@host:5432/name")
    private Optional<String> databaseUrl = Optional.empty();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    public Optional<Path> dataDir() {
        return dataDir;
    }

    public Optional<String> databaseUrl() {
        return databaseUrl;
    }

    public boolean json() {
        return json;
    }
}
