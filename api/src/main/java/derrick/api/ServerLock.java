package derrick.api;

import derrick.migrations.postgres.ServerStateFile;
import derrick.migrations.postgres.embedded.IoErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Locks a data folder, so that one server at a time runs on it. The operating system releases the lock when the process
 * ends. The state file of a server that was killed is removed when the next one takes the lock.
 */
final class ServerLock implements AutoCloseable {
    private static final String FILE_NAME = "up.lock";

    private final FileChannel file;

    private ServerLock(FileChannel file) {
        this.file = file;
    }

    /** @throws StartupFailure if another server holds the lock, or the folder is not writable */
    static ServerLock on(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            FileChannel file =
                    FileChannel.open(dataDir.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(file)) {
                ServerStateFile.remove(dataDir);
                return new ServerLock(file);
            }
            file.close();
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    ServerStateFile.find(dataDir)
                            .map(server -> "already running on %s: %s (process %d); stop it, or use another --data-dir"
                                    .formatted(dataDir, server.http(), server.pid()))
                            .orElse("another server is starting or stopping on %s; try again later"
                                    .formatted(dataDir)));
        } catch (IOException failure) {
            throw new StartupFailure(
                    StartupFailure.USAGE,
                    "cannot write to %s (%s); use another --data-dir".formatted(dataDir, IoErrors.reason(failure)));
        } catch (UncheckedIOException failure) {
            throw new StartupFailure(
                    StartupFailure.USAGE, failure.getMessage() + "; remove it, or use another --data-dir");
        }
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
