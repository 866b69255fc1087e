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
 * Who uses the server of a folder. The first byte of the lock file is held while somebody starts or stops the server,
 * the second byte is shared by all who use it, and the third is held by who restarts it when it dies. The system drops
 * the locks of a process that is killed.
 *
 * <p>Locks belong to the process, and closing any channel on the file drops them all: a process opens the file once.
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
                            + "; run as the user who made it, or set DATABASE_URL",
                    failure);
        }
    }

    /** Does the work while no other process starts or stops the server; waits for its turn. */
    <T> T alone(Supplier<T> work, Consumer<String> say) {
        try {
            FileLock turn = turn(say);
            try {
                return work.get();
            } finally {
                turn.release();
            }
        } catch (IOException failure) {
            throw unlockable(failure);
        }
    }

    private FileLock turn(Consumer<String> say) throws IOException {
        FileLock free = channel.tryLock(STARTING_OR_STOPPING, 1, false);
        if (free != null) {
            return free;
        }
        say.accept("waiting for another derrick that starts or stops the embedded PostgreSQL");
        return channel.lock(STARTING_OR_STOPPING, 1, false);
    }

    /** From now on this process uses the server. */
    void enter() {
        try {
            using = Optional.of(channel.lock(USING, 1, true));
        } catch (IOException failure) {
            throw unlockable(failure);
        }
    }

    /** This process no longer uses the server. */
    void leave() {
        try {
            if (using.isPresent()) {
                using.get().release();
                using = Optional.empty();
            }
        } catch (IOException failure) {
            throw unlockable(failure);
        }
    }

    /** Whether some other process uses the server; to be asked while this one does not. */
    boolean usedByOthers() {
        return isHeld(USING);
    }

    /** From now on this process restarts the server when it dies; the lock goes when the file is closed. */
    void supervise() {
        try {
            supervising = Optional.ofNullable(channel.tryLock(SUPERVISING, 1, false));
        } catch (IOException failure) {
            throw unlockable(failure);
        }
    }

    /** Whether some other process restarts the server when it dies. */
    boolean supervisedByOthers() {
        return supervising.isEmpty() && isHeld(SUPERVISING);
    }

    private boolean isHeld(long position) {
        try (FileLock nobody = channel.tryLock(position, 1, false)) {
            return nobody == null;
        } catch (IOException failure) {
            throw unlockable(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw unlockable(failure);
        }
    }

    private static EmbeddedUnavailable unlockable(IOException failure) {
        return new EmbeddedUnavailable(
                "the data folder's file system keeps no locks (" + failure.getMessage() + "); use a local disk",
                failure);
    }
}
