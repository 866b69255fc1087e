package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @TempDir
    private Path place;

    @Test
    void twoWhoUnpackAtOnceLeaveOneWholeSet() throws Exception {
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
    void whatAKilledProcessLeftIsRemoved() throws IOException {
        Path left = Files.createDirectories(place.resolve("unpacking-1/postgresql/bin"));
        PostgresBinaries.in(place);
        assertThat(left).doesNotExist();
        Files.createDirectories(left);
        PostgresBinaries.in(place);
        assertThat(place.resolve("unpacking-1")).doesNotExist();
    }

    @Test
    void aSetThatIsSomethingElseIsUnpackedAgain() throws IOException {
        PostgresBinaries programs = PostgresBinaries.in(place);
        Files.write(programs.folder().resolve("inventory"), new byte[] {(byte) 0xff, 0});
        assertThat(version(PostgresBinaries.in(place))).contains("(PostgreSQL) 18");
        new FileTree(programs.folder()).delete();
        Files.writeString(programs.folder(), "a file");
        assertThat(version(PostgresBinaries.in(place))).contains("(PostgreSQL) 18");
    }

    @Test
    void aSetWithAPieceMissingIsUnpackedAgain() throws IOException {
        PostgresBinaries programs = PostgresBinaries.in(place);
        Files.delete(programs.program("initdb"));
        assertThat(PostgresBinaries.in(place).program("initdb")).isExecutable();
        assertThat(version(programs)).contains("(PostgreSQL) 18");
    }

    private String version(PostgresBinaries programs) {
        return ProgramRun.of(
                        place, List.of(), List.of(programs.program("postgres").toString(), "--version"))
                .run()
                .output();
    }
}
