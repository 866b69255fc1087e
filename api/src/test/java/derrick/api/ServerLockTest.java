package derrick.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.postgres.ServerStateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLockTest {
    private static final long ME = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    @Test
    void whoGetsTheLockRemovesWhatAKilledServerWrote() throws IOException {
        Path file = folder.resolve(ServerStateFile.FILE_NAME);
        new ServerStateFile(ME, "http://127.0.0.1:1", "http://127.0.0.1:2", "postgresql://h/d", true).write(folder);

        try (ServerLock lock = ServerLock.on(folder)) {
            assertThat(lock).isNotNull();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void whoDoesNotGetTheLockLeavesTheFile() throws IOException {
        try (ServerLock lock = ServerLock.on(folder)) {
            assertThat(lock).isNotNull();
            new ServerStateFile(ME, "http://127.0.0.1:1", "http://127.0.0.1:2", "postgresql://h/d", true).write(folder);

            assertThatThrownBy(() -> ServerLock.on(folder))
                    .hasMessageContaining("already up")
                    .hasMessageContaining("http://127.0.0.1:1");
            assertThat(folder.resolve(ServerStateFile.FILE_NAME)).exists();
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamed() throws IOException {
        Path inPlace = folder.resolve(ServerStateFile.FILE_NAME);
        Files.createDirectories(inPlace.resolve("inside"));

        assertThatThrownBy(() -> ServerLock.on(folder))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(inPlace.toString());
    }
}
