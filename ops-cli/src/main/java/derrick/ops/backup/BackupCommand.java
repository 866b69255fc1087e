package derrick.ops.backup;

import derrick.migrations.backup.Backup;
import derrick.migrations.backup.BackupPlace;
import derrick.migrations.backup.Manifest;
import derrick.migrations.database.Database;
import derrick.migrations.revision.Revision;
import derrick.ops.BackupDestination;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Progress;
import derrick.ops.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick backup}. */
@Command(
        name = "backup",
        header = "Put the whole database into one file.",
        description = {
            "Writes all rows, as they are at one instant, with the revision and a SHA-256 of",
            "each part, reads all of it again, and prints the file's path. Where a pg_dump",
            "is on the PATH that is not older than the server, that reads the rows.",
            "Others may go on working meanwhile. Only you can read the file.",
            "",
            "Examples: derrick backup, derrick backup --to /mnt/tape",
            ""
        })
public final class BackupCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = "--to",
            paramLabel = "FILE|DIR",
            converter = BackupDestination.class,
            description = "A file that is not there yet, or the folder for one (default: backups/ beside the embedded "
                    + "database, else the working directory).")
    private Optional<Path> to = Optional.empty();

    public BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (Database database = options.openDatabase(terminal)) {
            Progress progress = new Progress(terminal, System::nanoTime);
            Backup.Taken taken = new Backup(database.address(), folders.revisions())
                    .take(
                            BackupPlace.of(to, database),
                            written -> progress.bytes("written", written),
                            read -> progress.bytes("read again", read));
            progress.wipe();
            report(taken);
        }
    }

    private void report(Backup.Taken taken) {
        Manifest manifest = taken.manifest();
        if (options.json()) {
            terminal.json(json -> {
                json.writeStartObject();
                json.writeStringField("file", taken.file().toString());
                json.writeStringField("database", manifest.database());
                json.writeStringField(
                        "revision", manifest.revision().map(Revision::id).orElse(null));
                json.writeStringField("taken", manifest.taken().toString());
                json.writeStringField("way", manifest.way());
                json.writeNumberField("tables", manifest.tableCount());
                json.writeNumberField("rows", manifest.rowCount());
                json.writeEndObject();
            });
            return;
        }
        manifest.leftOut().forEach(object -> terminal.say("not in it, for only pg_dump takes it: " + object));
        terminal.say("%d tables, %d rows by %s, read again and whole"
                .formatted(manifest.tableCount(), manifest.rowCount(), manifest.way()));
        terminal.out().println(taken.file());
    }
}
