package derrick.migrations.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings from which a command chooses its database.
 *
 * @param databaseUrl the option {@code --database-url}
 * @param dataDir the option {@code --data-dir}
 * @param environment the environment variables
 * @param workingDirectory the folder of the {@code .env} file
 */
public record DatabaseSettings(
        Optional<String> databaseUrl, Optional<Path> dataDir, Map<String, String> environment, Path workingDirectory) {
    private static final String DEFAULT_DATA_DIR = ".derrick";

    public DatabaseSettings {
        environment = Map.copyOf(environment);
    }

    /** Returns the settings of this process with its command-line options. */
    public static DatabaseSettings ofProcess(Optional<String> databaseUrl, Optional<Path> dataDir) {
        return new DatabaseSettings(databaseUrl, dataDir, System.getenv(), Path.of(""));
    }

    /** Returns the data folder that an option or variable names. */
    Optional<Path> namedDataDir() {
        return dataDir.or(() -> variable("DERRICK_DATA_DIR").map(Path::of)).map(workingDirectory::resolve);
    }

    /** Returns the named data folder, or the default. */
    public Path dataDirOrDefault() {
        return namedDataDir().orElseGet(() -> workingDirectory.resolve(DEFAULT_DATA_DIR));
    }

    /** Returns an environment variable that is not blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
