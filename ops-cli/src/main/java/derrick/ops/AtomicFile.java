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
 * A text file that is there as a whole or not at all: until it is kept, whatever bore its name before stays. A link is
 * followed, and what is no regular file, such as a FIFO or a device, is written to and not replaced.
 */
public final class AtomicFile implements AutoCloseable {
    private static final int MOST_LINKS = 40;

    private final Path target;
    private final Path part;
    private final boolean replaces;
    private final FileChannel channel;
    private final Writer writer;

    /** @throws UncheckedIOException if it cannot be written, or no file can be made beside it */
    public AtomicFile(Path path) {
        try {
            this.target = followed(path);
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

    /** The file that a path means, or would mean if it were there. What the system has in /dev is taken as it is. */
    private static Path followed(Path path) throws IOException {
        Path at = path.toAbsolutePath();
        for (int links = 0; links <= MOST_LINKS; links++) {
            if (isOfTheSystem(at) || !Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        throw new FileSystemException(path.toString(), null, "too many links");
    }

    private static boolean isOfTheSystem(Path path) {
        return path.startsWith("/dev") || path.startsWith("/proc");
    }

    private static boolean isReplaced(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        boolean special = Files.exists(target) && (isOfTheSystem(target) || !Files.isRegularFile(target));
        return !special;
    }

    private static Path beside(Path target) {
        return target.resolveSibling(".%s.%d.part"
                .formatted(target.getFileName(), ProcessHandle.current().pid()));
    }

    /** What is written here stands in the file once it is kept. */
    public Writer writer() {
        return writer;
    }

    /** Whether it takes the place of what bore its name; a FIFO or device has got all that was written already. */
    public boolean replaces() {
        return replaces;
    }

    /** Makes the file the one of its name, on disk to the last byte, with the rights of the one before. */
    public void keep() {
        try {
            writer.flush();
            if (replaces) {
                channel.force(true);
                takeRights();
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void takeRights() throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        Map<String, Object> before = Files.readAttributes(target, "unix:mode,uid,gid");
        try {
            Files.setAttribute(part, "unix:gid", before.get("gid"));
            Files.setAttribute(part, "unix:uid", before.get("uid"));
        } catch (FileSystemException notPermitted) {
            // Only root can give a file to others; who may write in the folder may also own it.
        }
        Files.setAttribute(part, "unix:mode", before.get("mode"));
    }

    /** Drops what was not kept. */
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

    /** Says of each failure which file it is about. */
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
            } catch (IOException broken) {
                IOException named = StandardOutput.named(broken);
                throw named == broken ? new FileSystemException(file.toString(), null, broken.getMessage()) : named;
            }
        }
    }
}
