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
 * Locks a data folder, so that one server at a time runs on it. The lock goes when the process does, however it ends;
 * what a server that was killed wrote about itself is removed as soon as the next one has the lock.
 */
final class ServerLock implements AutoCloseable {
    private static final String FILE_NAME = "up.lock";

    private final FileChannel file;

    private ServerLock(FileChannel file) {
        this.file = file;
    }

    /** @throws StartupFailure if another server has it, or the folder cannot be written */
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
                            .map(server ->
                                    "already up on %s: %s (process %d); stop that one, or name another --data-dir"
                                            .formatted(dataDir, server.http(), server.pid()))
                            .orElse("another one is starting or stopping on %s; try again when it is done"
                                    .formatted(dataDir)));
        } catch (IOException failure) {
            throw new StartupFailure(
                    StartupFailure.USAGE,
                    "cannot write to %s (%s); name another --data-dir".formatted(dataDir, IoErrors.reason(failure)));
        } catch (UncheckedIOException failure) {
            throw new StartupFailure(
                    StartupFailure.USAGE, failure.getMessage() + "; remove it yourself, or name another --data-dir");
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
