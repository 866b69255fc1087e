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
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    @Test
    void theLockRemovesTheStateFileOfAKilledServer() throws IOException {
        Path file = folder.resolve(ServerStateFile.FILE_NAME);
        new ServerStateFile(PID, "http://127.0.0.1:1", "http://127.0.0.1:2", "postgresql://h/d", true).write(folder);

        try (ServerLock lock = ServerLock.on(folder)) {
            assertThat(lock).isNotNull();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aFailedLockLeavesTheStateFile() throws IOException {
        try (ServerLock lock = ServerLock.on(folder)) {
            assertThat(lock).isNotNull();
            new ServerStateFile(PID, "http://127.0.0.1:1", "http://127.0.0.1:2", "postgresql://h/d", true)
                    .write(folder);

            assertThatThrownBy(() -> ServerLock.on(folder))
                    .hasMessageContaining("already running")
                    .hasMessageContaining("http://127.0.0.1:1");
            assertThat(folder.resolve(ServerStateFile.FILE_NAME)).exists();
        }
    }

    @Test
    void aFolderWithTheNameOfTheStateFileIsReported() throws IOException {
        Path sameName = folder.resolve(ServerStateFile.FILE_NAME);
        Files.createDirectories(sameName.resolve("inside"));

        assertThatThrownBy(() -> ServerLock.on(folder))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(sameName.toString());
    }
}
