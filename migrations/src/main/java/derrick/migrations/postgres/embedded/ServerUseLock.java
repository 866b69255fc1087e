package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Locks on the file that processes share to use one server. Byte 0 is locked while a process starts or stops the
 * server. All users share a lock on byte 1. The supervisor locks byte 2. The system releases the locks of a killed
 * process.
 *
 * <p>A process must open the file only once, since closing any of its channels releases all its locks.
 */
final class ServerUseLock implements AutoCloseable {
    private static final long STARTING_OR_STOPPING = 0;
    private static final long USING = 1;
    private static final long SUPERVISING = 2;

    private final FileChannel channel;
    private Optional<FileLock> using = Optional.empty();
    private Optional<FileLock> supervising = Optional.empty();

    private ServerUseLock(FileChannel channel) {
        this.channel = channel;
    }

    static ServerUseLock on(Path file) {
        try {
            return new ServerUseLock(FileChannel.open(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "the embedded PostgreSQL cannot be used: " + IoErrors.reason(failure)
                            + "; run as the user who created it, or set DATABASE_URL",
                    failure);
        }
    }

    /** Runs the work while no other process starts or stops the server. Waits for the lock. */
    <T> T exclusively(Supplier<T> work, Consumer<String> say) {
        try {
            FileLock lock = lockExclusively(say);
            try {
                return work.get();
            } finally {
                lock.release();
            }
        } catch (IOException failure) {
            throw locksUnsupported(failure);
        }
    }

    private FileLock lockExclusively(Consumer<String> say) throws IOException {
        FileLock free = channel.tryLock(STARTING_OR_STOPPING, 1, false);
        if (free != null) {
            return free;
        }
        say.accept("waiting for another derrick that starts or stops the embedded PostgreSQL");
        return channel.lock(STARTING_OR_STOPPING, 1, false);
    }

    /** Registers this process as a user of the server. */
    void enter() {
        try {
            using = Optional.of(channel.lock(USING, 1, true));
        } catch (IOException failure) {
            throw locksUnsupported(failure);
        }
    }

    /** Removes this process from the users of the server. */
    void leave() {
        try {
            if (using.isPresent()) {
                using.get().release();
                using = Optional.empty();
            }
        } catch (IOException failure) {
            throw locksUnsupported(failure);
        }
    }

    /** True if another process uses the server. This process must not be registered. */
    boolean usedByOthers() {
        return isHeld(USING);
    }

    /** Registers this process as the supervisor, until the file is closed. */
    void supervise() {
        try {
            supervising = Optional.ofNullable(channel.tryLock(SUPERVISING, 1, false));
        } catch (IOException failure) {
            throw locksUnsupported(failure);
        }
    }

    /** True if another process is the supervisor. */
    boolean supervisedByOthers() {
        return supervising.isEmpty() && isHeld(SUPERVISING);
    }

    private boolean isHeld(long position) {
        try (FileLock lock = channel.tryLock(position, 1, false)) {
            return lock == null;
        } catch (IOException failure) {
            throw locksUnsupported(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw locksUnsupported(failure);
        }
    }

    private static EmbeddedUnavailable locksUnsupported(IOException failure) {
        return new EmbeddedUnavailable(
                "the data folder's file system does not support locks (" + failure.getMessage() + "); use a local disk",
                failure);
    }
}
