package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_URL=postgresql://u:p#1@h/d",
                "\uFEFFDATABASE_URL=postgresql://u:p#1@h/d",
                "export DATABASE_URL=postgresql://u:p#1@h/d",
                "  DATABASE_URL = postgresql://u:p#1@h/d  ",
                "DATABASE_URL=\"postgresql://u:p#1@h/d\" # the rig's",
                "DATABASE_URL='postgresql://u:p#1@h/d'",
                "DATABASE_URL=postgresql://u:p#1@h/d # the rig's",
                "DATABASE_URL=postgresql://u:p#1@h/d\r",
                "# DATABASE_URL=no\nOTHER_DATABASE_URL=no\nDATABASE_URL=postgresql://u:p#1@h/d\nDATABASE_URL_2=no",
                "DATABASE_URL=no\nDATABASE_URL=postgresql://u:p#1@h/d"
            })
    void theUrlIsReadAsAShellReadsIt(String text) throws IOException {
        assertThat(value(text)).contains("postgresql://u:p#1@h/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# DATABASE_URL=no",
                "DATABASE_URL=",
                "DATABASE_URL= # nothing",
                "NO_DATABASE_URL=x",
                "DATABASE_URL"
            })
    void linesWithoutAValueAreIgnored(String text) throws IOException {
        assertThat(value(text)).isEmpty();
    }

    @Test
    void aMissingFileHasNoValue() {
        assertThat(new DotEnv(folder.resolve("missing")).value("DATABASE_URL")).isEmpty();
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Path file = folder.resolve(".env");
        Files.write(file, new byte[] {(byte) 0xff, 'x', 'y', 'z'});
        assertThatThrownBy(() -> new DotEnv(file).value("DATABASE_URL"))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessage(file + " is not written in UTF-8");
    }

    private Optional<String> value(String text) throws IOException {
        return new DotEnv(Files.writeString(folder.resolve(".env"), text)).value("DATABASE_URL");
    }
}
