package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void threeRevisions() {
        scripts = new Scripts(folder).table("001", "bit").table("002", "pump").table("003", "mast");
        assertThat(derrick("upgrade").exitCode()).isZero();
    }

    @Test
    void editedAndMissingFilesAreShownWithTheirHistory() {
        scripts.write("V001__make_bit.sql", "SELECT 1;").delete("V002__make_pump.sql");

        assertThat(derrick("history").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("001_make_bit"),
                        line -> assertThat(line).matches("  applied 2.* ms, file edited since"),
                        line -> assertThat(line).isEqualTo("002_make_pump"),
                        line -> assertThat(line).matches("  applied 2.* ms, file missing"),
                        line -> assertThat(line).isEqualTo("003_make_mast"),
                        line -> assertThat(line).matches("  applied 2.* ms, can be undone"));
        assertThat(derrick("history", "--json").out())
                .contains("\"state\":\"edited\"", "\"state\":\"missing\"", "\"state\":\"applied\"");
    }

    @Test
    void undoneAndFailedRevisionsCannotBeUndone() {
        assertThat(derrick("downgrade", "002", "--yes").exitCode()).isZero();
        assertThat(derrick("history", "-r", "3:").out()).containsPattern("  undone 2\\S+ by \\w+\\R$");

        scripts.write("V003__make_mast.sql", "CREATE INDEX CONCURRENTLY mast_id ON mast (id);");
        assertThat(derrick("upgrade").exitCode()).isEqualTo(4);
        assertThat(derrick("history", "-r", "3:").out()).containsPattern("  failed 2\\S+ by \\w+ in \\d+ ms\\R$");
    }

    private Cli derrick(String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                        "--migrations=" + folder,
                                        "--backup-to=" + folder,
                                        "--database-url=" + database.address().url())
                                .filter(option -> words[0].equals("downgrade") || !option.startsWith("--backup")))
                .toArray(String[]::new));
    }
}
