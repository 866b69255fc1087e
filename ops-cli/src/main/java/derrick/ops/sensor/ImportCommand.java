package derrick.ops.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.table.SensorTable;
import derrick.domain.sensor.exchange.table.TableOptions;
import derrick.domain.sensor.exchange.table.TableReader;
import derrick.domain.sensor.exchange.table.TableRefused;
import derrick.domain.store.StoreUnavailable;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.ExitCode;
import derrick.ops.InterruptHandler;
import derrick.ops.MigratedDatabase;
import derrick.ops.PlatformServices;
import derrick.ops.Progress;
import derrick.ops.Terminal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code derrick import}: stores the records of a file, and reports what happened to each row. */
@Command(
        name = "import",
        header = "Import a file of sensor records.",
        description = {
            "Reads CSV, NDJSON or JSON, prints how it reads each column, stores the new",
            "records, and lists the rows that it did not store in FILE.rejects.csv. Stored",
            "records are skipped, so an interrupted import can be run again. Exits with 1 if",
            "rows are rejected or conflict with stored ones; rows without values are ignored.",
            "",
            "Examples:",
            "  derrick import log.csv --rig F-9A --zone Europe/Oslo",
            "  derrick import log.csv --rig F-9A --map WOBX=wob --units WOBX=klbf",
            ""
        })
public final class ImportCommand implements Callable<Integer> {
    private static final int RECORDS_PER_COMMIT = 5000;

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
    private Path file = Path.of("-");

    @Option(names = "--rig", paramLabel = "RIG", description = "Rig of the records, if the file does not name it.")
    private Optional<RigId> rig = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "COLUMN=CHANNEL",
            description = "Read a column as a channel, or skip it with 'none'. May be repeated.")
    private Map<String, String> targets = Map.of();

    @Option(names = "--units", paramLabel = "COLUMN=UNIT", description = "Unit of a column. May be repeated.")
    private Map<String, String> units = Map.of();

    @Option(names = "--force-units", description = "Let --units override the units in the file.")
    private boolean forceUnits;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of times without an offset, such as UTC.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--null",
            paramLabel = "WORD",
            description =
                    "A number or word that means 'no value', besides -999.25, NULL and the like." + " May be repeated.")
    private List<String> nulls = List.of();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Time of the first row, for a file with depths and no times; the others are derived from it.")
    private Optional<Instant> start = Optional.empty();

    @Option(names = "--dry-run", description = "Show what would be stored, and store nothing.")
    private boolean dryRun;

    public ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (InputStream document = new BufferedInputStream(isPiped() ? terminal.in() : Files.newInputStream(file));
                MigratedDatabase database = new MigratedDatabase(options, terminal)) {
            PlatformServices platform = new PlatformServices(database);
            DocumentRows rows = rows(platform, document);
            return importAll(
                    platform.get(SensorIngest.class), rows, RejectsFile.of(isPiped() ? Path.of("stdin") : file));
        } catch (TableRefused failure) {
            return printProblems(failure);
        }
    }

    private boolean isPiped() {
        return file.toString().equals("-");
    }

    /** Prints each problem of the table and, if options solve them all, the command line with these options. */
    private int printProblems(TableRefused failure) {
        failure.problems().forEach(problem -> terminal.sayWrapped(problem.text()));
        List<String> given = spec.commandLine().getParseResult().originalArgs();
        for (SuggestedCommand command : SuggestedCommand.of(failure, given)) {
            terminal.sayWrapped(
                    command.conditions().isEmpty()
                            ? "run the command with the missing options:"
                            : String.join(", and ", command.conditions()) + ":");
            command.lines().forEach(terminal.err()::println);
        }
        return ExitCode.USAGE.number();
    }

    private DocumentRows rows(PlatformServices platform, InputStream document) throws IOException {
        DocumentFormat format = DocumentFormat.of(file.toString(), document);
        if (format == DocumentFormat.CSV) {
            TableReader reader = platform.get(TableReader.class, format.key());
            SensorTable table = reader.open(document, tableOptions());
            if (table.hasWellColumn() && !isPiped() && Files.isRegularFile(file)) {
                requireOneWell(reader);
            }
            new ColumnReport(table.mapping(), table.headerLine()).print(terminal.err());
            return table;
        }
        if (!(targets.isEmpty() && units.isEmpty() && zone.isEmpty() && start.isEmpty()) || layout.isUsed()) {
            throw CommandFailed.usage(
                    "--map, --units, --zone, --start and --time-format are for CSV; %s is %s".formatted(file, format));
        }
        return platform.get(SensorReader.class, format.key()).rows(document, rig, nulls());
    }

    /** Reads the whole file before its records are stored. In a stream, the second well stops the import instead. */
    private void requireOneWell(TableReader reader) throws IOException {
        try (InputStream document = new BufferedInputStream(Files.newInputStream(file))) {
            reader.open(document, tableOptions()).requireOneWell();
        } catch (MalformedDocument reportedLater) {
            // The import stores the rows above the malformed line and then reports it.
            return;
        }
    }

    private TableOptions tableOptions() {
        TableOptions.NamedUnits named = new TableOptions.NamedUnits(units, forceUnits);
        return new TableOptions(rig, targets, named, zone, nulls(), start, layout.layout());
    }

    private NullMarkers nulls() {
        NullMarkers known = NullMarkers.USUAL;
        for (String word : nulls) {
            known = known.and(word);
        }
        return known;
    }

    private int importAll(SensorIngest ingest, DocumentRows rows, RejectsFile file) {
        Progress progress = new Progress(terminal, System::nanoTime);
        RejectSummary summary = new RejectSummary(dryRun ? Optional.empty() : Optional.of(file), progress::rows);
        try (file) {
            IngestCounts counts = dryRun
                    ? ingest.dryRun(rows, RECORDS_PER_COMMIT, summary)
                    : InterruptHandler.during(
                            () -> ingest.ingest(rows, RECORDS_PER_COMMIT, summary),
                            () -> printCommitted(summary.committed()));
            progress.clear();
            report(new ImportReport(dryRun, counts, summary, rows.gaps(), rows.suspects()));
            if (!dryRun) {
                file.finish().ifPresent(path -> terminal.sayWrapped("rows that were not stored are listed in " + path));
            }
            return (summary.needsAttention(counts) ? ExitCode.FINDING : ExitCode.DONE).number();
        } catch (TableRefused failure) {
            int exitCode = printProblems(failure);
            terminal.sayWrapped(committedRows(summary));
            return exitCode;
        } catch (MalformedDocument malformed) {
            terminal.sayWrapped(malformed.getMessage() + "; " + committedRows(summary));
            return ExitCode.USAGE.number();
        } catch (StoreUnavailable failure) {
            throw new CommandFailed(
                    ExitCode.DATABASE,
                    "%s; %d rows are stored; run the command again to continue"
                            .formatted(failure.getMessage(), summary.committed().stored()));
        }
    }

    /** Returns a sentence about the rows before the one that stopped the import. */
    private String committedRows(RejectSummary summary) {
        IngestCounts before = summary.committed();
        if (dryRun || before.stored() + before.duplicates() == 0) {
            return "nothing was stored";
        }
        return "of the rows before it, %d were stored and %d are duplicates; correct it and run the command again"
                .formatted(before.stored(), before.duplicates());
    }

    private void report(ImportReport report) {
        if (options.json()) {
            terminal.json(report::writeTo);
        } else {
            report.print(terminal.out());
        }
    }

    private void printCommitted(IngestCounts counts) {
        terminal.err()
                .printf(
                        "%nderrick: interrupted; %d rows are stored; run the command again to continue%n",
                        counts.stored());
    }
}
