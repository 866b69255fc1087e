package derrick.ops;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A text file that replaces an earlier one atomically: it is written beside it and renamed by {@link #commit}. Symbolic
 * links are followed. A FIFO or device is written to and not replaced.
 */
public final class AtomicFile implements AutoCloseable {
    private static final int MAX_LINKS = 40;

    private final Path target;
    private final Path part;
    private final boolean replaces;
    private final FileChannel channel;
    private final Writer writer;

    /** @throws UncheckedIOException if the file, or one beside it, cannot be created */
    public AtomicFile(Path path) {
        try {
            this.target = resolve(path);
            this.replaces = isReplaced(target);
            this.part = replaces ? beside(target) : target;
            this.channel = replaces
                    ? FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)
                    : FileChannel.open(target, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.writer = new OutputStreamWriter(new NamedStream(channel, target), StandardCharsets.UTF_8);
    }

    /**
     * Follows symbolic links, also to a file that does not exist yet. Paths in /dev and /proc are taken as they are.
     */
    private static Path resolve(Path path) throws IOException {
        Path at = path.toAbsolutePath();
        for (int links = 0; links <= MAX_LINKS; links++) {
            if (isSystemPath(at) || !Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        throw new FileSystemException(path.toString(), null, "too many levels of symbolic links");
    }

    private static boolean isSystemPath(Path path) {
        return path.startsWith("/dev") || path.startsWith("/proc");
    }

    private static boolean isReplaced(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a directory");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        boolean special = Files.exists(target) && (isSystemPath(target) || !Files.isRegularFile(target));
        return !special;
    }

    private static Path beside(Path target) {
        return target.resolveSibling(".%s.%d.part"
                .formatted(target.getFileName(), ProcessHandle.current().pid()));
    }

    /** Returns the writer of the new content. */
    public Writer writer() {
        return writer;
    }

    /** True if the content becomes visible at {@link #commit}; false for a FIFO or device, which is written at once. */
    public boolean replaces() {
        return replaces;
    }

    /** Syncs the new file to disk and renames it to the target, with the owner and mode of the file it replaces. */
    public void commit() {
        try {
            writer.flush();
            if (replaces) {
                channel.force(true);
                copyOwnerAndMode();
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copyOwnerAndMode() throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        Map<String, Object> before = Files.readAttributes(target, "unix:mode,uid,gid");
        try {
            Files.setAttribute(part, "unix:gid", before.get("gid"));
            Files.setAttribute(part, "unix:uid", before.get("uid"));
        } catch (FileSystemException notPermitted) {
            // Only root can change the owner; without that right the file belongs to the user of this process.
        }
        Files.setAttribute(part, "unix:mode", before.get("mode"));
    }

    /** Deletes the new file unless it was committed. */
    @Override
    public void close() {
        try {
            channel.close();
            if (replaces) {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds the file's name to write errors. */
    private static final class NamedStream extends FilterOutputStream {
        private final Path file;

        NamedStream(FileChannel channel, Path file) {
            super(Channels.newOutputStream(channel));
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException error) {
                IOException classified = StandardOutput.classify(error);
                throw classified == error
                        ? new FileSystemException(file.toString(), null, error.getMessage())
                        : classified;
            }
        }
    }
}
