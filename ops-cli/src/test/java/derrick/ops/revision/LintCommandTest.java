package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
    @TempDir
    Path folder;

    @Test
    void thePackagedRevisionsHaveNoFindings() {
        Cli lint = Cli.run("lint");

        assertThat(lint.exitCode()).isZero();
        assertThat(lint.out()).isEmpty();
        assertThat(Cli.run("lint", "--json").out()).isEqualToIgnoringNewLines("[]");
    }

    @Test
    void aFindingIsNamedByFileLineAndRule() throws IOException {
        write("V001__make_rigs.sql", "CREATE TABLE rigs (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);");
        write("U001__make_rigs.sql", "DROP TABLE rigs;");
        Path unsafe = write("V002__index_rigs.sql", "SET LOCAL lock_timeout = '5s';\nCREATE INDEX ix ON rigs (id);");
        write("U002__index_rigs.sql", "DROP INDEX CONCURRENTLY IF EXISTS ix;");

        Cli lint = Cli.run("lint", unsafe.toString());

        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out()).startsWith(unsafe + ":2: index-not-concurrent").contains("CONCURRENTLY");
        assertThat(Cli.run("lint", "--json", "--migrations", folder.toString()).out())
                .contains("\"line\":2,\"rule\":\"index-not-concurrent\",\"why\":\"");
    }

    @Test
    void aMissingFileIsReportedInOneLine() {
        Cli lint = Cli.run("lint", folder.resolve("V003__nothing.sql").toString());

        assertThat(lint.exitCode()).isEqualTo(2);
        assertThat(lint.err()).contains("file not found").hasLineCount(1);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text + "\n");
    }
}
