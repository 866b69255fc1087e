package derrick.ops.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.TimeRange;
import derrick.domain.sensor.exchange.SensorWriter;
import derrick.ops.AtomicFile;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.MigratedDatabase;
import derrick.ops.PlatformServices;
import derrick.ops.Progress;
import derrick.ops.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick export}: writes the records of a rig in a format that {@code derrick import} reads. */
@Command(
        name = "export",
        header = "Export sensor records as CSV or NDJSON.",
        description = {
            "Writes the records of a rig in the order of time. Import reads them back",
            "unchanged.",
            "",
            "Example:",
            "  derrick export --rig F-9A --format csv --from 2026-03-01T00:00:00Z",
            ""
        })
public final class ExportCommand implements Runnable {
    /** The formats, by the names of their writers. */
    enum Format {
        csv,
        ndjson
    }

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--rig", required = true, paramLabel = "RIG", description = "Rig whose records are exported.")
    private Optional<RigId> rig = Optional.empty();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "Format of the output: csv or ndjson.")
    private Format format = Format.csv;

    @Option(names = "--from", paramLabel = "TIME", description = "Export the records from this time on.")
    private Instant from = SensorRecord.EARLIEST;

    @Option(names = "--to", paramLabel = "TIME", description = "Export the records before this time.")
    private Instant to = SensorRecord.END;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete.")
    private Optional<Path> output = Optional.empty();

    public ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (options.json() && output.isEmpty()) {
            throw CommandFailed.usage("--json needs --output FILE, since the records go to standard output");
        }
        try (MigratedDatabase database = new MigratedDatabase(options, terminal)) {
            PlatformServices platform = new PlatformServices(database);
            if (output.isPresent()) {
                exportTo(output.get(), platform);
            } else {
                exportTo(terminal.dataWriter(), platform);
            }
        }
    }

    private void exportTo(Path path, PlatformServices platform) {
        try (AtomicFile file = new AtomicFile(path)) {
            long records = exportTo(file.writer(), platform);
            file.commit();
            report(path, records, file.replaces());
        }
    }

    private long exportTo(Writer document, PlatformServices platform) {
        Progress progress = new Progress(terminal, System::nanoTime);
        Consumer<SensorRecord> writer =
                platform.get(SensorWriter.class, format.name()).start(document);
        AtomicLong written = new AtomicLong();
        platform.get(SensorRecords.class).forEach(new TimeRange(rig.orElseThrow(), from, to), record -> {
            writer.accept(record);
            progress.rows(written.incrementAndGet());
        });
        try {
            document.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        progress.clear();
        return written.get();
    }

    /** Reports on {@code out}, or on {@code err} if the records may have been written to {@code out}. */
    private void report(Path path, long records, boolean isFile) {
        if (options.json()) {
            terminal.json(json -> {
                json.writeStartObject();
                json.writeNumberField("records", records);
                json.writeStringField("file", path.toString());
                json.writeEndObject();
            });
        } else if (isFile) {
            terminal.out().printf("exported %d records to %s%n", records, path);
        } else {
            terminal.say("exported %d records to %s".formatted(records, path));
        }
    }
}
