package derrick.ops.backup;

import derrick.migrations.backup.Backup;
import derrick.migrations.backup.BackupLocation;
import derrick.migrations.backup.Manifest;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick backup}. */
@Command(
        name = "backup",
        header = "Write the whole database to one file.",
        description = {
            "Writes a consistent snapshot of the database, with its revision and a SHA-256 of",
            "each part, reads it again, and prints the file's path. Uses the pg_dump on the",
            "PATH if it is not older than the server. Without one, only the rows and",
            "sequences of the objects that the revisions create are written; if there are",
            "other objects, they are listed and the backup is refused, unless --managed-only",
            "is given. Other sessions are not blocked. Only the owner can read the file.",
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
            description = "New file, or folder for it (default: backups/ beside the embedded "
                    + "database, else the working directory).")
    private Optional<Path> to = Optional.empty();

    @Mixin
    private DevDatabaseOption devDatabase = new DevDatabaseOption();

    @Mixin
    private ManagedOnlyOption managedOnly = new ManagedOnlyOption();

    public BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (Database database = options.openDatabase(terminal)) {
            BackupProgress progress = new BackupProgress(terminal);
            Backup.CompletedBackup taken = new Backup(
                            database.address(),
                            folders.revisions(terminal),
                            work -> devDatabase.beside(database, options, terminal, work))
                    .take(BackupLocation.of(to, database), managedOnly.scope(), progress);
            progress.clear();
            report(taken);
        }
    }

    private void report(Backup.CompletedBackup taken) {
        Manifest manifest = taken.manifest();
        if (options.json()) {
            terminal.json(json -> {
                json.writeStartObject();
                json.writeStringField("file", taken.file().toString());
                json.writeStringField("database", manifest.database());
                json.writeStringField(
                        "revision", manifest.revision().map(Revision::id).orElse(null));
                json.writeStringField("taken", manifest.taken().toString());
                json.writeStringField("way", manifest.method());
                json.writeNumberField("tables", manifest.tableCount());
                json.writeNumberField("rows", manifest.rowCount());
                json.writeArrayFieldStart("not_kept");
                for (String difference : manifest.notKept()) {
                    json.writeString(difference);
                }
                json.writeEndArray();
                json.writeEndObject();
            });
            return;
        }
        terminal.say("wrote and verified %d tables and %d rows by %s"
                .formatted(manifest.tableCount(), manifest.rowCount(), manifest.method()));
        terminal.out().println(taken.file());
    }
}
