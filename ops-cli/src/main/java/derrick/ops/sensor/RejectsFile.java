package derrick.ops.sensor;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import derrick.domain.sensor.exchange.CsvInjectionEscape;
import derrick.domain.sensor.exchange.Reject;
import derrick.ops.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the rows that were not stored to {@code FILE.rejects.csv}. If all rows are stored, the file of an earlier
 * import is deleted.
 */
final class RejectsFile implements AutoCloseable {
    private final Path path;
    private Optional<AtomicFile> file = Optional.empty();
    private Optional<CsvWriter> csv = Optional.empty();

    private RejectsFile(Path path) {
        this.path = path;
    }

    /** Returns the file beside the document or, if that directory is read-only, in the working directory. */
    static RejectsFile of(Path document) {
        String name = document.getFileName() + ".rejects.csv";
        Path sibling = document.toAbsolutePath().resolveSibling(name);
        boolean writable = Files.isWritable(Path.of("/").resolve(sibling).getParent());
        return new RejectsFile(writable ? sibling : Path.of(name).toAbsolutePath());
    }

    void add(Reject reject) {
        if (csv.isEmpty()) {
            file = Optional.of(new AtomicFile(path));
            csv = file.map(opened ->
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(opened.writer()));
            csv.orElseThrow().writeRecord("row", "field", "reason");
        }
        csv.orElseThrow()
                .writeRecord(
                        Long.toString(reject.row()),
                        CsvInjectionEscape.escape(reject.field()),
                        CsvInjectionEscape.escape(reject.reason()));
    }

    /**
     * Finishes the file.
     *
     * @return its path, if a row was not stored
     */
    Optional<Path> finish() {
        try {
            if (csv.isEmpty()) {
                Files.deleteIfExists(path);
                return Optional.empty();
            }
            csv.orElseThrow().flush();
            file.orElseThrow().commit();
            return Optional.of(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        file.ifPresent(AtomicFile::close);
    }
}
