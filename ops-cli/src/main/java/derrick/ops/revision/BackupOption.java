package derrick.ops.revision;

import derrick.migrations.backup.Backup;
import derrick.migrations.backup.BackupFailed;
import derrick.migrations.backup.BackupPlace;
import derrick.migrations.backup.BackupRefused;
import derrick.migrations.database.Database;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.Revisions;
import derrick.ops.BackupDestination;
import derrick.ops.CommandFailed;
import derrick.ops.ExitCode;
import derrick.ops.Progress;
import derrick.ops.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a backup is taken before rows are lost, and where it goes. */
final class BackupOption {
    @Option(names = "--no-backup", description = "Take no backup before rows are lost.")
    private boolean none;

    @Option(
            names = "--backup-to",
            paramLabel = "FILE|DIR",
            converter = BackupDestination.class,
            description = "Where that backup goes (default: as 'derrick backup' has it).")
    private Optional<Path> to = Optional.empty();

    boolean isOff() {
        return none;
    }

    /** Takes it and says where it is; without one nothing goes on. */
    Path take(Database database, Revisions revisions, Terminal terminal) {
        Progress progress = new Progress(terminal, System::nanoTime);
        try {
            Path file = new Backup(database.address(), revisions)
                    .take(
                            BackupPlace.of(to, database),
                            written -> progress.bytes("written", written),
                            read -> progress.bytes("read again", read))
                    .file();
            progress.wipe();
            terminal.say("the backup is " + file);
            return file;
        } catch (BackupFailed | BackupRefused | HistoryUnreadable | UncheckedIOException failure) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "nothing was run, for no backup could be taken: %s; --no-backup goes without one"
                            .formatted(failure.getMessage()));
        }
    }
}
