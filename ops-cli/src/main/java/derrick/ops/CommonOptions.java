package derrick.ops;

import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.postgres.DatabaseChoice;
import derrick.migrations.postgres.DatabaseSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that uses a database. */
public final class CommonOptions {
    static final String DATA_DIR = "--data-dir";
    static final String DATABASE_URL = "--database-url";

    @Option(
            names = DATA_DIR,
            paramLabel = "DIR",
            converter = DataDir.class,
            description = "Folder of the embedded database (default: $DERRICK_DATA_DIR, else .derrick).")
    private Optional<Path> dataDir = Optional.empty();

    @Option(names = DATABASE_URL, paramLabel = "URL", description = "Database to use: postgresql://user@host:5432/name")
    private Optional<String> databaseUrl = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** Opens the database that the options, the environment or {@code .env} name. */
    public Database openDatabase(Terminal terminal) {
        return open(DatabaseChoice.from(DatabaseSettings.ofProcess(databaseUrl, dataDir)), terminal);
    }

    /**
     * Opens the database on whose server scratch databases are created: that of the URL, else of {@code
     * --database-url}, else the embedded one. The environment is not used.
     */
    public Database openDevDatabase(Optional<String> url, Terminal terminal) {
        String option = url.isPresent() ? "--dev-url" : DATABASE_URL;
        return open(
                url.or(() -> databaseUrl)
                        .<DatabaseChoice>map(text ->
                                new DatabaseChoice.External(DatabaseAddress.parse(text, System.getenv()), option))
                        .orElseGet(this::embedded),
                terminal);
    }

    /** Opens the embedded database. */
    Database openEmbedded(Terminal terminal) {
        return open(embedded(), terminal);
    }

    private DatabaseChoice embedded() {
        return new DatabaseChoice.Embedded(
                DatabaseSettings.ofProcess(Optional.empty(), dataDir).dataDirOrDefault());
    }

    private static Database open(DatabaseChoice choice, Terminal terminal) {
        Database database = Database.open(choice, terminal::say);
        // Ctrl-C must stop an embedded server that no other process uses. Closing twice does nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "close-database"));
        return database;
    }

    public boolean json() {
        return output.json();
    }

    /** Rejects an empty value, as of an unset shell variable, which would mean the working directory. */
    private static final class DataDir implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("must name a folder; omit it for .derrick");
            }
            return Path.of(text);
        }
    }
}
