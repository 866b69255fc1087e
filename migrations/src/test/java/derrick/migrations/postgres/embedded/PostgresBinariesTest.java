package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBinariesTest {
    @TempDir
    private static Path wholePlace;

    @TempDir
    private Path place;

    @Test
    void concurrentUnpackingLeavesOneCompleteFolder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<PostgresBinaries> unpack = () -> PostgresBinaries.in(place);
            for (Future<PostgresBinaries> programs : threads.invokeAll(List.of(unpack, unpack))) {
                assertThat(version(programs.get())).contains("(PostgreSQL) 18");
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void remainsOfAKilledProcessAreRemoved() throws IOException {
        copied();
        Path left = Files.createDirectories(place.resolve("unpacking-1/postgresql/bin"));
        PostgresBinaries.in(place);
        assertThat(left).doesNotExist();
        Files.createDirectories(left);
        PostgresBinaries.in(place);
        assertThat(place.resolve("unpacking-1")).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheFolderIsReplaced() throws IOException {
        PostgresBinaries programs = copied();
        new FileTree(programs.folder()).delete();
        Files.writeString(programs.folder(), "a file");

        assertThat(PostgresBinaries.isComplete(programs.folder())).isFalse();
        assertThat(version(PostgresBinaries.in(place))).contains("(PostgreSQL) 18");
        assertThat(PostgresBinaries.isComplete(programs.folder())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/postgres", "share/postgresql/timezone/UTC"})
    void aFileWithAFlippedBitOfTheSameSizeAndTimeIsDamaged(String name) throws IOException {
        PostgresBinaries programs = copied();
        Path file = programs.folder().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        FileTime written = Files.getLastModifiedTime(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, written);

        assertThat(PostgresBinaries.isComplete(programs.folder())).isFalse();
    }

    @Test
    void aMissingFileIsDamage() throws IOException {
        PostgresBinaries programs = copied();
        Files.delete(programs.program("initdb"));

        assertThat(PostgresBinaries.isComplete(programs.folder())).isFalse();
    }

    @Test
    void aChangedInventoryIsDamage() throws IOException {
        PostgresBinaries programs = copied();
        Files.write(programs.folder().resolve("inventory"), new byte[] {(byte) 0xff, 0});

        assertThat(PostgresBinaries.isComplete(programs.folder())).isFalse();
    }

    @Test
    void aChangedLinkIsDamage() throws IOException {
        PostgresBinaries programs = copied();
        Path link = firstLink(programs);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("initdb"));

        assertThat(PostgresBinaries.isComplete(programs.folder())).isFalse();
    }

    @Test
    void aProgramThatIsNotExecutableIsDamage() throws IOException {
        PostgresBinaries programs = copied();
        Files.setPosixFilePermissions(programs.program("initdb"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(PostgresBinaries.isComplete(programs.folder())).isFalse();
    }

    /** Copies the programs, which is ten times faster than unpacking. */
    private PostgresBinaries copied() throws IOException {
        Path whole = PostgresBinaries.in(wholePlace).folder();
        assertThat(ProgramRun.of(place, List.of(), List.of("cp", "-a", whole.toString(), "."))
                        .run()
                        .ok())
                .isTrue();
        PostgresBinaries copy = new PostgresBinaries(place.resolve(whole.getFileName()));
        assertThat(PostgresBinaries.isComplete(copy.folder())).isTrue();
        return copy;
    }

    private static Path firstLink(PostgresBinaries programs) throws IOException {
        try (Stream<Path> files = Files.walk(programs.folder())) {
            return files.filter(Files::isSymbolicLink).sorted().findFirst().orElseThrow();
        }
    }

    private String version(PostgresBinaries programs) {
        return ProgramRun.of(
                        place, List.of(), List.of(programs.program("postgres").toString(), "--version"))
                .run()
                .output();
    }
}
