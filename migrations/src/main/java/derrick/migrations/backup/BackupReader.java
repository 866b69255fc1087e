package derrick.migrations.backup;

import derrick.migrations.postgres.embedded.IoErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a backup. */
final class BackupReader implements AutoCloseable {
    static final String MANIFEST = "manifest.json";

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        this.manifest = readManifest();
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @throws BackupUnreadable if it is not a backup or has another format
     */
    static BackupReader open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BackupUnreadable(path + (Files.exists(path) ? " is not a file" : " does not exist"));
        }
        Optional<ZipFile> opened = Optional.empty();
        try {
            opened = Optional.of(new ZipFile(path.toFile()));
            return new BackupReader(path, opened.get());
        } catch (ZipException damaged) {
            throw closing(opened, new BackupUnreadable(path + " is not a backup, or is damaged", damaged));
        } catch (IOException failure) {
            throw closing(opened, new BackupUnreadable(path + " cannot be read: " + IoErrors.reason(failure), failure));
        } catch (BackupUnreadable failure) {
            throw closing(opened, new BackupUnreadable(path + " " + failure.getMessage(), failure));
        }
    }

    private static BackupUnreadable closing(Optional<ZipFile> opened, BackupUnreadable reason) {
        try {
            if (opened.isPresent()) {
                opened.get().close();
            }
        } catch (IOException failure) {
            reason.addSuppressed(failure);
        }
        return reason;
    }

    private Manifest readManifest() throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BackupUnreadable("is not a backup: it has no manifest");
        }
        CRC32 crc = new CRC32();
        try (CheckedInputStream document = new CheckedInputStream(zip.getInputStream(entry), crc)) {
            byte[] text = document.readAllBytes();
            if (crc.getValue() != entry.getCrc()) {
                throw new ZipException("the hash of the manifest differs");
            }
            return Manifest.fromJson(text);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads the whole file and compares it with the manifest.
     *
     * @param bytes receives the number of bytes read so far
     * @throws BackupUnreadable if anything is missing or was changed
     */
    void verify(LongConsumer bytes) {
        long[] read = {0};
        for (Manifest.TableContent table : manifest.tables()) {
            table.entry().ifPresent(file -> {
                RowCount rows = new RowCount();
                read[0] += verify(file, rows, done -> bytes.accept(read[0] + done));
                if (rows.count != table.rows()) {
                    throw new BackupUnreadable("%s is damaged: it has %d rows of %s, expected %d"
                            .formatted(path, rows.count, table.definition().name(), table.rows()));
                }
            });
        }
        manifest.dump().ifPresent(dump -> verify(dump.entry(), OutputStream.nullOutputStream(), bytes));
        if (manifest.dump().isEmpty()
                && manifest.tables().stream().anyMatch(table -> table.entry().isEmpty())) {
            throw new BackupUnreadable(path + " is not a backup: its manifest lacks files");
        }
    }

    private long verify(Manifest.Entry file, OutputStream copy, LongConsumer bytes) {
        try (DigestInputStream content = new DigestInputStream(content(file, bytes), BackupWriter.sha256())) {
            long length = content.transferTo(copy);
            if (!BackupWriter.hexadecimal(content.getMessageDigest()).equals(file.sha256())) {
                throw new BackupUnreadable("%s is damaged: the SHA-256 of %s differs".formatted(path, file.name()));
            }
            return length;
        } catch (IOException damaged) {
            throw new BackupUnreadable("%s is damaged: %s cannot be read".formatted(path, file.name()), damaged);
        }
    }

    /** Returns the content of an entry. */
    InputStream content(Manifest.Entry file, LongConsumer bytes) throws IOException {
        ZipEntry entry = zip.getEntry(file.name());
        if (entry == null) {
            throw new BackupUnreadable("%s is damaged: %s is missing".formatted(path, file.name()));
        }
        return new CountingInput(zip.getInputStream(entry), bytes);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw new BackupUnreadable(path + " cannot be closed: " + failure.getMessage(), failure);
        }
    }

    /** Counts rows: each is one line, because COPY escapes line feeds in values. */
    private static final class RowCount extends OutputStream {
        private long count;

        @Override
        public void write(int character) {
            count += character == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int at = offset; at < offset + length; at++) {
                write(bytes[at]);
            }
        }
    }

    /** Reports the number of bytes read so far. */
    private static final class CountingInput extends FilterInputStream {
        private final LongConsumer bytes;
        private long read;

        CountingInput(InputStream content, LongConsumer bytes) {
            super(content);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            report(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            report(Math.max(count, 0));
            return count;
        }

        private void report(int count) {
            read += count;
            bytes.accept(read);
        }
    }
}
