package derrick.ops;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.DatabaseSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandPrefetchTest {
    private static final String URL = "postgresql://operator@db/wells";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "current --database-url " + URL,
                "history --json --database-url=" + URL,
                "upgrade +1 --database-url " + URL + " --migrations scripts",
                "downgrade -1 --database-url=" + URL
            })
    void theDatabaseOfTheOptionsIsPrefetched(String words) {
        assertThat(prefetched(words))
                .hasValueSatisfying(
                        settings -> assertThat(settings.databaseUrl()).contains(URL));
    }

    @Test
    void withoutOptionsTheSettingsOfTheProcessAreUsed() {
        assertThat(prefetched("current")).contains(DatabaseSettings.ofProcess(Optional.empty(), Optional.empty()));
        assertThat(prefetched("current --data-dir rig"))
                .hasValueSatisfying(settings -> assertThat(settings.dataDir()).contains(Path.of("rig")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "help current",
                "upgrade --sql --database-url " + URL,
                "history --help",
                "import file.csv --rig F-9A --database-url " + URL
            })
    void nothingIsPrefetchedForCommandsWithoutADatabase(String words) {
        assertThat(prefetched(words)).isEmpty();
    }

    private static Optional<DatabaseSettings> prefetched(String words) {
        return new CommandPrefetch(words.split(" ")).database();
    }
}
