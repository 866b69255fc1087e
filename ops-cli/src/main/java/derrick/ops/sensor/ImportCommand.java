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

/** {@code derrick import}: takes in a file of sensor records, and accounts for every row of it. */
@Command(
        name = "import",
        header = "Take in a file of sensor records.",
        description = {
            "Reads CSV, NDJSON or JSON, says what becomes of each column, stores what is",
            "new, and lists what it did not take in FILE.rejects.csv. Run again, it adds",
            "nothing; broken off, it goes on where it was. Exits with 1 if there are",
            "conflicts, or rows rejected for more than having no value.",
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

    @Parameters(paramLabel = "FILE", description = "The file; - reads what is piped in.")
    private Path file = Path.of("-");

    @Option(names = "--rig", paramLabel = "RIG", description = "The rig whose file it is.")
    private Optional<RigId> rig = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "COLUMN=CHANNEL",
            description = "Take a column for a channel, or for 'none' to leave it out. May be repeated.")
    private Map<String, String> targets = Map.of();

    @Option(names = "--units", paramLabel = "COLUMN=UNIT", description = "The unit a column is in. May be repeated.")
    private Map<String, String> units = Map.of();

    @Option(names = "--force-units", description = "Let --units overrule the units that the file itself writes.")
    private boolean forceUnits;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Zone of times without an offset, such as UTC.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--null",
            paramLabel = "WORD",
            description = "A number or word that means 'no value', beside the usual such as -999.25 and NULL."
                    + " May be repeated.")
    private List<String> nulls = List.of();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description =
                    "Time of the first row of a file that has depths and no times; the others are derived from it.")
    private Optional<Instant> start = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would come of it, and store nothing.")
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
            return refuse(failure);
        }
    }

    private boolean isPiped() {
        return file.toString().equals("-");
    }

    /** Tells every problem of the table and, where options mend them all, the command that has them. */
    private int refuse(TableRefused failure) {
        failure.problems().forEach(problem -> terminal.say(problem.text()));
        List<String> given = spec.commandLine().getParseResult().originalArgs();
        for (SuggestedCommand command : SuggestedCommand.of(failure, given)) {
            terminal.say(
                    command.conditions().isEmpty()
                            ? "run again with what is missing:"
                            : String.join(", and ", command.conditions()) + ":");
            terminal.err().println("  " + command.line());
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
            throw CommandFailed.usage("--map, --units, --zone, --start and --time-format are for tables; %s is %s"
                    .formatted(file, format));
        }
        return platform.get(SensorReader.class, format.key()).rows(document, rig, nulls());
    }

    /** Reads the file once before anything of it is stored; a stream is refused where the second well begins. */
    private void requireOneWell(TableReader reader) throws IOException {
        try (InputStream document = new BufferedInputStream(Files.newInputStream(file))) {
            reader.open(document, tableOptions()).requireOneWell();
        } catch (MalformedDocument later) {
            // The import stores what stands above that line, and tells of it there.
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
                    ? ingest.rehearse(rows, RECORDS_PER_COMMIT, summary)
                    : InterruptHandler.during(
                            () -> ingest.ingest(rows, RECORDS_PER_COMMIT, summary),
                            () -> printCommitted(summary.committed()));
            progress.clear();
            report(new ImportReport(dryRun, counts, summary, rows.gaps(), rows.suspects()));
            if (!dryRun) {
                file.keep().ifPresent(path -> terminal.say("what was not stored is listed in " + path));
            }
            return (summary.needsAttention(counts) ? ExitCode.FINDING : ExitCode.DONE).number();
        } catch (TableRefused failure) {
            int exitCode = refuse(failure);
            terminal.say(committedRows(summary));
            return exitCode;
        } catch (MalformedDocument malformed) {
            throw CommandFailed.usage(malformed.getMessage() + "; " + committedRows(summary));
        } catch (StoreUnavailable lost) {
            throw new CommandFailed(
                    ExitCode.DATABASE,
                    "%s; %d rows are stored, and the same command again goes on from there"
                            .formatted(lost.getMessage(), summary.committed().stored()));
        }
    }

    /** What became of the rows above the one where the import stopped. */
    private String committedRows(RejectSummary summary) {
        IngestCounts before = summary.committed();
        if (dryRun || before.stored() + before.duplicates() == 0) {
            return "nothing was stored";
        }
        return "of the rows above it, %d were stored and %d were there before; mended, the same command goes on there"
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
                        "%nderrick: broken off; %d rows are stored, and the same command again goes on from there%n",
                        counts.stored());
    }
}
