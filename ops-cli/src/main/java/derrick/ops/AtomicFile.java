package derrick.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A text file that is there as a whole or not at all: until it is kept, whatever bore its name before stays. */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final Writer writer;

    /** @throws UncheckedIOException if no file can be made beside the target */
    public AtomicFile(Path target) {
        this.target = target;
        this.part = target.resolveSibling(".%s.%d.part"
                .formatted(target.getFileName(), ProcessHandle.current().pid()));
        try {
            this.channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
    }

    /** What is written here stands in the file once it is kept. */
    public Writer writer() {
        return writer;
    }

    /** Makes the file the one of its name, on disk to the last byte. */
    public void keep() {
        try {
            writer.flush();
            channel.force(true);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Drops what was not kept. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
