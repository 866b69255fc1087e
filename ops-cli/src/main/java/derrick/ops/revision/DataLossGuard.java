package derrick.ops.revision;

import derrick.migrations.backup.Backup;
import derrick.migrations.backup.BackupFailed;
import derrick.migrations.backup.BackupLocation;
import derrick.migrations.backup.BackupRefused;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.loss.CountedDataLoss;
import derrick.migrations.run.loss.LostRowCounter;
import derrick.migrations.run.plan.MigrationPlan;
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
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Counts the rows that a migration loses and takes a backup first; a downgrade also asks for confirmation. Holds the
 * options of that backup.
 */
final class DataLossGuard {
    @Option(names = "--no-backup", description = "Take no backup before rows are lost.")
    private boolean withoutBackup;

    @Option(
            names = "--backup-to",
            paramLabel = "FILE|DIR",
            converter = BackupDestination.class,
            description = "File or folder of that backup (default: as for 'derrick backup').")
    private Optional<Path> destination = Optional.empty();

    @Mixin
    private DevDatabaseOption devDatabase = new DevDatabaseOption();

    @Mixin
    private ManagedOnlyOption managedOnly = new ManagedOnlyOption();

    private Optional<Path> backup = Optional.empty();

    /** Returns the file of the backup, if one was taken. */
    Optional<Path> backup() {
        return backup;
    }

    /**
     * Reports the rows that an upgrade loses, and takes a backup if there are any.
     *
     * @throws CommandFailed if the backup fails
     */
    void beforeUpgrade(
            MigrationPlan plan, Database database, Revisions revisions, CommonOptions options, Terminal terminal) {
        if (plan.range().from().isEmpty()) {
            return;
        }
        List<CountedDataLoss> losses =
                losses(plan, database).stream().filter(CountedDataLoss::hasRows).toList();
        losses.forEach(loss -> report(loss, terminal));
        if (!losses.isEmpty()) {
            takeBackup(database, revisions, options, terminal);
        }
    }

    /**
     * Reports the rows that a downgrade loses, asks for confirmation, and takes a backup in any case.
     *
     * @param confirmed true if the user has confirmed already
     * @throws CommandFailed if the user does not confirm, or the backup fails
     */
    void beforeDowngrade(
            MigrationPlan plan,
            boolean confirmed,
            Database database,
            Revisions revisions,
            CommonOptions options,
            Terminal terminal) {
        List<CountedDataLoss> losses = losses(plan, database);
        losses.forEach(loss -> report(loss, terminal));
        if (!confirmed) {
            confirm(plan.range().to(), losses, database.address().database(), terminal);
        }
        takeBackup(database, revisions, options, terminal);
    }

    private static List<CountedDataLoss> losses(MigrationPlan plan, Database database) {
        return new LostRowCounter(database.dataSource()).of(plan.losses());
    }

    private static void report(CountedDataLoss loss, Terminal terminal) {
        terminal.say("to be lost: " + loss.sentence());
    }

    /** Without a terminal, rejects what loses data without a backup, and a downgrade to base. */
    private void confirm(
            Optional<Revision> goal, List<CountedDataLoss> losses, String databaseName, Terminal terminal) {
        if (!terminal.inIsTerminal()) {
            if (goal.isEmpty() || (withoutBackup && losses.stream().anyMatch(CountedDataLoss::hasRows))) {
                throw new CommandFailed(
                        ExitCode.REFUSED,
                        "this loses data and there is no terminal to confirm it on; add --yes to confirm");
            }
            return;
        }
        String expected = goal.isPresent() ? "yes" : databaseName;
        String question = goal.map(revision -> "Downgrade '%s' to %s? Type yes:".formatted(databaseName, revision))
                .orElse("This drops all tables. To confirm, type the database name '%s':".formatted(databaseName));
        if (!terminal.ask(question).map(String::strip).equals(Optional.of(expected))) {
            throw new CommandFailed(ExitCode.REFUSED, "not confirmed; nothing was run");
        }
    }

    private void takeBackup(Database database, Revisions revisions, CommonOptions options, Terminal terminal) {
        if (withoutBackup) {
            return;
        }
        BackupProgress progress = new BackupProgress(terminal);
        try {
            Path file = new Backup(
                            database.address(),
                            revisions,
                            work -> devDatabase.beside(database, options, terminal, work))
                    .take(BackupLocation.of(destination, database), managedOnly.scope(), progress)
                    .file();
            progress.clear();
            terminal.say("the backup is " + file);
            backup = Optional.of(file);
        } catch (BackupFailed | BackupRefused | HistoryUnreadable | UncheckedIOException failure) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "nothing was run, because the backup failed: %s; --no-backup runs it without one"
                            .formatted(failure.getMessage()));
        }
    }
}
