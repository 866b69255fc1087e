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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup under a temporary name and renames it when it is complete. Only its owner can read the file. It never
 * replaces a file. An incomplete file is deleted when the process ends.
 */
final class BackupWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final LongConsumer bytes;
    private long written;

    /** Writes the content of an entry. */
    @FunctionalInterface
    interface EntryWriter {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    /** @param bytes receives the number of bytes written so far, before compression */
    BackupWriter(Path target, LongConsumer bytes) throws IOException {
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

    /** Adds an entry, with the fastest compression level. */
    Manifest.Entry add(String entry, boolean compressed, EntryWriter content) throws IOException, SQLException {
        zip.setLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(entry));
        DigestOutputStream hashed = new DigestOutputStream(new CountingOutput(), sha256());
        content.writeTo(hashed);
        zip.closeEntry();
        return new Manifest.Entry(entry, hexadecimal(hashed.getMessageDigest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }

    static String hexadecimal(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds the manifest and syncs the file to disk. */
    void finish(Manifest manifest) throws IOException, SQLException {
        add(BackupReader.MANIFEST, true, out -> out.write(manifest.toJson()));
        zip.finish();
        zip.flush();
        channel.force(true);
    }

    /** Returns the temporary file. */
    Path part() {
        return part;
    }

    /** Renames the temporary file. */
    void rename() throws IOException {
        Files.move(part, target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    /** The open zip entry; closing this stream does not close the zip file. */
    private final class CountingOutput extends OutputStream {
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
