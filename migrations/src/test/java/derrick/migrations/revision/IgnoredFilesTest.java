package derrick.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IgnoredFilesTest {
    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void oneRevision() {
        scripts = new Scripts(folder).table("001", "bit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R__view.sql | does not run: there are no repeatable files; make it a V file",
                "B002__start.sql | does not run: there are no baseline files; make it a V file, or remove it",
                "beforeMigrate.sql | does not run: there are no callbacks; put its statements into V files",
                "afterEachMigrate__note.sql | does not run: there are no callbacks; put its statements into V files",
                "U003__make_pump.sql | does not run: there is no V003__make_pump.sql",
                "U001__make_bits.sql | does not run: the V file of that number is V001__make_bit.sql;"
                        + " give both one name",
                "U1__make_bit.sql | does not run: the V file of that number is V001__make_bit.sql; give both one name",
                "u001__make_bit.sql | does not run: name it like V001__verb_noun.sql, or remove it",
                "U002_make_pump.sql | does not run: name it like V001__verb_noun.sql, or remove it",
                "002__make_pump.sql | does not run: name it like V001__verb_noun.sql, or remove it",
                "seed.SQL | does not run: name it like V001__verb_noun.sql, or remove it",
                "V001__make_bit.sql.conf | is not read: its setting goes into the .sql file as a comment",
                "V002__make_pump.sql.txt | does not run: its name does not end with .sql",
                "V1.1__make_pump.java | does not run: its name does not end with .sql",
            })
    void aFileThatDoesNotRunIsNamedWithItsReason(String file, String warning) {
        scripts.write(file, "SELECT 1;");

        assertThat(warnings()).containsExactly(folder.resolve(file) + " " + warning);
    }

    @Test
    void aSubfolderIsNamedIfScriptsAreInIt() throws IOException {
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("notes/V002__make_pump.txt"), "");
        Files.createDirectories(folder.resolve("2027.01/may"));
        Files.writeString(folder.resolve("2027.01/may/V002__make_pump.sql"), "SELECT 1;");
        assertThat(warnings())
                .containsExactly(
                        folder.resolve("2027.01") + " is a subfolder, whose SQL files (1) do not run; move them up");

        Files.writeString(folder.resolve("2027.01/V003__make_rig.sql"), "SELECT 1;");
        assertThat(warnings().get(0)).endsWith(" is a subfolder, whose SQL files (2) do not run; move them up");
    }

    @Test
    void filesUnlikeScriptsAreNotNamed() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/a.sql"), "");
        scripts.write("README.md", "").write(".V002__make_pump.sql.swp", "").write("rows.csv", "");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void tenFilesAreNamedAndTheOthersCounted() {
        for (int number = 10; number < 35; number++) {
            scripts.write("R__view_%d.sql".formatted(number), "SELECT 1;");
        }

        assertThat(warnings()).hasSize(11).last().isEqualTo("15 more files there do not run");
    }

    @Test
    void aFolderWithoutARevisionNamesAMisnamedFile() {
        scripts.delete("V001__make_bit.sql");

        assertThatThrownBy(() -> Revisions.in(folder))
                .isInstanceOf(MalformedRevisions.class)
                .hasMessage("there is no revision: no file %s; %s does not run: there is no V001__make_bit.sql"
                        .formatted(folder.resolve("V001__….sql"), folder.resolve("U001__make_bit.sql")));
    }

    private List<String> warnings() {
        return new IgnoredFiles(new ScriptFolder.OnDisk(folder)).warnings();
    }
}
