package derrick.migrations.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All from which the database can be chosen.
 *
 * @param databaseUrl the option {@code --database-url}
 * @param dataDir the option {@code --data-dir}
 * @param environment the process's variables
 * @param workingDirectory where a {@code .env} file may lie
 */
public record DatabaseSettings(
        Optional<String> databaseUrl, Optional<Path> dataDir, Map<String, String> environment, Path workingDirectory) {
    private static final String USUAL_DATA_DIR = ".derrick";

    public DatabaseSettings {
        environment = Map.copyOf(environment);
    }

    /** The settings of this process, with the options of its command line. */
    public static DatabaseSettings ofProcess(Optional<String> databaseUrl, Optional<Path> dataDir) {
        return new DatabaseSettings(databaseUrl, dataDir, System.getenv(), Path.of(""));
    }

    /** The data folder, if somebody named one. */
    Optional<Path> namedDataDir() {
        return dataDir.or(() -> variable("DERRICK_DATA_DIR").map(Path::of)).map(workingDirectory::resolve);
    }

    /** The data folder, whether named or not. */
    public Path dataDirOrUsual() {
        return namedDataDir().orElseGet(() -> workingDirectory.resolve(USUAL_DATA_DIR));
    }

    /** A variable that is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
