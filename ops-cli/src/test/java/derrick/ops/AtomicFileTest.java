package derrick.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theModeOfTheReplacedFileIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r-x"));

        write(file, "after");

        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r-x");
        assertFiles("file");
    }

    @Test
    void theTargetOfALinkIsReplaced() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), Path.of("link"));

        write(chain, "after");

        assertThat(target).hasContent("after");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(chain)).isTrue();
        assertFiles("chain", "link", "target");
    }

    @Test
    void theMissingTargetOfALinkIsCreated() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("new"));

        write(link, "new");

        assertThat(folder.resolve("new")).hasContent("new");
        assertFiles("link", "new");
    }

    @Test
    void aDeviceIsWrittenAndNotReplaced() {
        Path device = Path.of("/dev/null");

        write(device, "nothing");

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void circularLinksAndFoldersAreRejected() throws IOException {
        Path round = Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));

        assertThatThrownBy(() -> new AtomicFile(round))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(FileSystemException.class)
                .hasMessageContaining("round: too many levels of symbolic links");
        assertThatThrownBy(() -> new AtomicFile(folder)).hasMessageContaining(folder + ": is a directory");
    }

    private static void write(Path path, String text) {
        try (AtomicFile file = new AtomicFile(path)) {
            file.writer().write(text);
            file.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void assertFiles(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
