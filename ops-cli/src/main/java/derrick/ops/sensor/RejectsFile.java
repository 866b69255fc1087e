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
 * The file beside an imported one that lists the rows that were not kept. There is one only where there is something to
 * list; that of an earlier import goes.
 */
final class RejectsFile implements AutoCloseable {
    private final Path path;
    private Optional<AtomicFile> file = Optional.empty();
    private Optional<CsvWriter> csv = Optional.empty();

    private RejectsFile(Path path) {
        this.path = path;
    }

    /** The one beside the document or, where nothing can be written there, in the working directory. */
    static RejectsFile of(Path document) {
        String name = document.getFileName() + ".rejects.csv";
        Path beside = document.toAbsolutePath().resolveSibling(name);
        boolean writable = Files.isWritable(Path.of("/").resolve(beside).getParent());
        return new RejectsFile(writable ? beside : Path.of(name).toAbsolutePath());
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
                        CsvInjectionEscape.guarded(reject.field()),
                        CsvInjectionEscape.guarded(reject.reason()));
    }

    /**
     * Leaves the file as it is to be found.
     *
     * @return where it is, if there was something to list
     */
    Optional<Path> keep() {
        try {
            if (csv.isEmpty()) {
                Files.deleteIfExists(path);
                return Optional.empty();
            }
            csv.orElseThrow().flush();
            file.orElseThrow().keep();
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
