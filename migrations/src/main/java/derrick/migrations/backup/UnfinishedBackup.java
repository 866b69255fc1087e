package derrick.migrations.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup that is being written, under another name until it is whole. Only its owner can read it. It replaces no
 * file, and is gone with the process if that ends too early.
 */
final class UnfinishedBackup implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final LongConsumer bytes;
    private long written;

    /** What writes the content of a file in the backup. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    /** @param bytes hears how many went in so far, as they were before they were packed */
    UnfinishedBackup(Path target, LongConsumer bytes) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        this.target = target;
        this.bytes = bytes;
        this.part = target.resolveSibling(".%s.%d.part"
                .formatted(target.getFileName(), ProcessHandle.current().pid()));
        this.channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        part.toFile().deleteOnExit();
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
    }

    /** Adds a file, packed if that makes it smaller. The quickest packing makes rows three times as small already. */
    SavedFile add(String entry, boolean packed, Content content) throws IOException, SQLException {
        zip.setLevel(packed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(entry));
        DigestOutputStream hashed = new DigestOutputStream(new Counted(), Sha256.digest());
        content.writeTo(hashed);
        zip.closeEntry();
        return new SavedFile(entry, Sha256.text(hashed.getMessageDigest()));
    }

    /** Adds the manifest, which is the last to be known, and sees that all is on disk. */
    void finish(Manifest manifest) throws IOException, SQLException {
        add(BackupFile.MANIFEST, true, out -> ManifestJson.write(manifest, out));
        zip.finish();
        zip.flush();
        channel.force(true);
    }

    /** Where it is until it is kept. */
    Path part() {
        return part;
    }

    /** Gives it its name. */
    void keep() throws IOException {
        Files.move(part, target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    /** The entry that is open; closing it is not the writer's. */
    private final class Counted extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            zip.write(buffer, offset, length);
            written += length;
            bytes.accept(written);
        }
    }
}
