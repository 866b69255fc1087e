package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryRangeTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    static Path folder;

    @BeforeAll
    static void upToTheThirdOfFour() {
        new Scripts(folder)
                .table("001", "bit")
                .table("002", "pump")
                .table("003", "mast")
                .table("004", "shaker");
        derrick("upgrade", "003");
    }

    @ParameterizedTest
    @CsvSource({
        "001:003, 001 002 003",
        "2:2, 002",
        "3:, 003 004",
        ":002_make, 001 002",
        ":, 001 002 003 004",
        "base:+0, 001 002 003",
        "-1:current, 002 003",
        "current:head, 003 004"
    })
    void aRangeIncludesItsEndsWhichMayBeOmitted(String range, String ids) {
        String[] names = Stream.of(ids.split(" "))
                .map(id -> id + "_make_"
                        + Stream.of("bit", "pump", "mast", "shaker").toList().get(id.charAt(2) - '1'))
                .toArray(String[]::new);

        Cli history = derrick("history", "-r", range);

        assertThat(history.exitCode()).isZero();
        assertThat(history.out().lines().filter(line -> !line.startsWith(" "))).containsExactly(names);
    }

    @Test
    void aRangeAppliesToJson() {
        assertThat(derrick("history", "-r", "4:", "--json").out())
                .startsWith("[{\"revision\":\"004\",\"name\":\"004_make_shaker\",\"state\":\"pending\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "001 | FROM:TO",
                "3:1 | runs backwards",
                "7: | there is no revision '7'",
                "00: | is ambiguous",
                ":+2 | leads beyond head"
            })
    void anInvalidRangeIsAUsageError(String range, String reason) {
        Cli refused = derrick("history", "-r", range);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(reason);
        assertThat(refused.out()).isEmpty();
    }

    private static Cli derrick(String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--migrations=" + folder,
                                "--database-url=" + database.address().url()))
                .toArray(String[]::new));
    }
}
