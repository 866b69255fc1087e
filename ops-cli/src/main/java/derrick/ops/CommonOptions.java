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

/** What every command can be told. */
public final class CommonOptions {
    static final String DATA_DIR = "--data-dir";
    static final String DATABASE_URL = "--database-url";

    @Option(
            names = DATA_DIR,
            paramLabel = "DIR",
            converter = DataDir.class,
            description = "Folder of the embedded database (default: $DERRICK_DATA_DIR, else .derrick).")
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = DATABASE_URL,
            paramLabel = "URL",
            description = "Use this database: postgresql://user@host:5432/name")
    private Optional<String> databaseUrl = Optional.empty();

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    /** Opens the database that is meant, and says which it is. */
    public Database openDatabase(Terminal terminal) {
        return open(DatabaseChoice.from(DatabaseSettings.ofProcess(databaseUrl, dataDir)), terminal);
    }

    /**
     * Opens a database on whose server scripts are tried out, whatever the environment names: that of the URL, else of
     * {@code --database-url}, else the embedded one.
     */
    public Database openForTrials(Optional<String> url, Terminal terminal) {
        String option = url.isPresent() ? "--dev-url" : DATABASE_URL;
        return open(
                url.or(() -> databaseUrl)
                        .<DatabaseChoice>map(text ->
                                new DatabaseChoice.External(DatabaseAddress.parse(text, System.getenv()), option))
                        .orElseGet(this::embedded),
                terminal);
    }

    /** Opens the embedded database, whatever other is meant. */
    Database openEmbedded(Terminal terminal) {
        return open(embedded(), terminal);
    }

    private DatabaseChoice embedded() {
        return new DatabaseChoice.Embedded(
                DatabaseSettings.ofProcess(Optional.empty(), dataDir).dataDirOrUsual());
    }

    private static Database open(DatabaseChoice choice, Terminal terminal) {
        Database database = Database.open(choice, terminal::say);
        // Ctrl-C must not leave an embedded server behind that nobody uses. Closing again does nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "lets-go-of-the-database"));
        return database;
    }

    public boolean json() {
        return answer.json();
    }

    /** Reads the data folder; an empty text, as of a variable that is not set, would mean the working directory. */
    private static final class DataDir implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("must name a folder; leave it out for .derrick");
            }
            return Path.of(text);
        }
    }
}
