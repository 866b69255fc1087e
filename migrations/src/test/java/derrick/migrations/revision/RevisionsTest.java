package derrick.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.Scripts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RevisionsTest {
    @TempDir
    Path folder;

    @Test
    void everyRevisionHasADowngradeScript() {
        Revisions packaged = Revisions.packaged();

        assertThat(packaged.all())
                .isNotEmpty()
                .allSatisfy(revision -> assertThat(packaged.downgradeScript(revision))
                        .as(revision.name())
                        .hasValueSatisfying(script -> assertThat(script.text()).isNotBlank()));
    }

    @Test
    void theNumbersOfTheRevisionsHaveNoGap() {
        int count = Revisions.packaged().all().size();

        assertThat(Revisions.packaged().all())
                .extracting(Revision::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void theFirstRevisionIsTheInitialSchema() {
        assertThat(Revisions.packaged().all().get(0)).hasToString("001_initial_schema");
    }

    @Test
    void revisionsAreInTheOrderOfTheirNumbers() {
        Revisions revisions = new Scripts(folder)
                .table("010", "ten")
                .table("002", "two")
                .write("README.txt", "")
                .revisions();

        assertThat(revisions.all()).extracting(Revision::name).containsExactly("002_make_two", "010_make_ten");
        assertThat(revisions.head().id()).isEqualTo("010");
        assertThat(revisions.upgradeScript(revisions.head()).text()).startsWith("CREATE TABLE ten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__short.sql",
                "V0010__long.sql",
                "V000__zero.sql",
                "V001_single.sql",
                "V001__a b.sql",
                "V001__.sql",
                "Vx__y.sql",
                "v001__lower.sql",
                "V001__upper.SQL"
            })
    void aFileOfAnotherNameIsNamed(String file) {
        Scripts scripts = new Scripts(folder).write(file, "");

        assertThatThrownBy(scripts::revisions)
                .isInstanceOf(MalformedRevisions.class)
                .hasMessage(folder.resolve(file) + " must be named like V001__verb_noun.sql");
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Files.write(folder.resolve("V001__make_bit.sql"), new byte[] {'-', '-', (byte) 0xE4});
        Files.createDirectory(folder.resolve("V002__make_pump.sql"));
        Revisions revisions = Revisions.in(folder);

        assertThatThrownBy(() -> revisions.upgradeScript(revisions.all().get(0)))
                .isInstanceOf(MalformedRevisions.class)
                .hasMessage(folder.resolve("V001__make_bit.sql") + " must be text in UTF-8");
        assertThatThrownBy(() -> revisions.upgradeScript(revisions.head()))
                .isInstanceOf(MalformedRevisions.class)
                .hasMessage(folder.resolve("V002__make_pump.sql") + " must be a file");
    }

    @Test
    void twoFilesOfOneNumberAreBothNamed() {
        Scripts scripts = new Scripts(folder).table("001", "bit").table("001", "pump");

        assertThatThrownBy(scripts::revisions)
                .isInstanceOf(MalformedRevisions.class)
                .hasMessageStartingWith("two files have the number 001: ")
                .hasMessageContaining("V001__make_bit.sql")
                .hasMessageContaining("V001__make_pump.sql");
    }

    @Test
    void aFolderWithoutRevisionsIsNamed() {
        assertThatThrownBy(() -> Revisions.in(folder))
                .isInstanceOf(MalformedRevisions.class)
                .hasMessageContaining("there is no revision")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aFolderOfAJarIsReadLikeAnyOther() throws IOException {
        Path jar = folder.resolve("with blank.jar");
        write(jar, "migrations/V001__make_bit.sql", "CREATE TABLE bit ();");
        ScriptFolder inJar = new ScriptFolder.InJar(jar, "migrations");

        assertThat(inJar.names()).containsExactly("V001__make_bit.sql");
        assertThat(inJar.read("V001__make_bit.sql")).isEqualTo("CREATE TABLE bit ();");
        assertThat(inJar.path("V001__make_bit.sql")).isEqualTo("migrations/V001__make_bit.sql in with blank.jar");
    }

    @Test
    void theOtherLineEndingsAndAByteOrderMarkDoNotChangeAChecksum() {
        int checksum = new Script("V001__x.sql", "", "SELECT 1;\n-- ø\nSELECT 2;\n").checksum();

        assertThat(new Script("V001__x.sql", "", "\uFEFFSELECT 1;\r\n-- ø\r\nSELECT 2;").checksum())
                .isEqualTo(checksum);
        assertThat(new Script("V001__x.sql", "", "SELECT 1;\n-- ö\nSELECT 2;\n").checksum())
                .isNotEqualTo(checksum);
    }

    private static void write(Path jar, String entry, String text) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            content.putNextEntry(new ZipEntry("migrations/"));
            content.putNextEntry(new ZipEntry("other/V002__no.sql"));
            content.putNextEntry(new ZipEntry(entry));
            content.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
