package derrick.ops.revision;

import derrick.migrations.backup.Backup;
import derrick.migrations.backup.BackupFailed;
import derrick.migrations.backup.BackupLocation;
import derrick.migrations.backup.BackupRefused;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.Revisions;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.ExitCode;
import derrick.ops.Terminal;
import derrick.ops.backup.BackupDestination;
import derrick.ops.backup.BackupProgress;
import derrick.ops.backup.ManagedOnlyOption;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the backup that is taken before rows are lost. */
final class BackupOption {
    @Option(names = "--no-backup", description = "Take no backup before rows are lost.")
    private boolean none;

    @Option(
            names = "--backup-to",
            paramLabel = "FILE|DIR",
            converter = BackupDestination.class,
            description = "Where that backup goes (default: as 'derrick backup' has it).")
    private Optional<Path> to = Optional.empty();

    @Mixin
    private DevDatabaseOption devDatabase = new DevDatabaseOption();

    @Mixin
    private ManagedOnlyOption managedOnly = new ManagedOnlyOption();

    boolean isOff() {
        return none;
    }

    /** Takes the backup and prints its path. */
    Path take(Database database, Revisions revisions, CommonOptions options, Terminal terminal) {
        BackupProgress progress = new BackupProgress(terminal);
        try {
            Path file = new Backup(
                            database.address(),
                            revisions,
                            work -> devDatabase.beside(database, options, terminal, work))
                    .take(BackupLocation.of(to, database), managedOnly.scope(), progress)
                    .file();
            progress.clear();
            terminal.say("the backup is " + file);
            return file;
        } catch (BackupFailed | BackupRefused | HistoryUnreadable | UncheckedIOException failure) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "nothing was run, since there is no backup: %s; --no-backup goes without one"
                            .formatted(failure.getMessage()));
        }
    }
}
