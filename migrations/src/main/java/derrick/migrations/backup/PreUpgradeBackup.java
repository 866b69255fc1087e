package derrick.migrations.backup;

import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.loss.CountedDataLoss;
import derrick.migrations.run.loss.LostRowCounter;
import derrick.migrations.run.plan.MigrationPlan;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a backup before an upgrade at start-up deletes data. Nobody confirms such an upgrade.
 *
 * @param say prints lines for a person
 */
public record PreUpgradeBackup(
        DatabaseAddress address,
        Revisions revisions,
        Backup.ScratchSource scratchSource,
        BackupLocation location,
        Consumer<String> say)
        implements MigrationListener {
    /** Writes the backup to the default location of 'derrick backup'. */
    public static PreUpgradeBackup of(Database database, Revisions revisions, Consumer<String> say) {
        return new PreUpgradeBackup(
                database.address(),
                revisions,
                Backup.ScratchSource.beside(database),
                BackupLocation.of(Optional.empty(), database),
                say);
    }

    /** @throws BackupRefused if the data that would be lost cannot be backed up */
    @Override
    public void planned(MigrationPlan plan) {
        if (plan.range().from().isEmpty()) {
            return;
        }
        List<CountedDataLoss> losses = new LostRowCounter(address.dataSource())
                .of(plan.losses()).stream().filter(CountedDataLoss::hasRows).toList();
        if (!losses.isEmpty()) {
            losses.forEach(loss -> say.accept("to be lost: " + loss.sentence()));
            say.accept("the backup is " + backup());
        }
    }

    private Path backup() {
        BackupListener listener = new BackupListener() {
            @Override
            public void notSaved(String difference) {
                say.accept(difference);
            }
        };
        try {
            return new Backup(address, revisions, scratchSource)
                    .take(location, Backup.Scope.EVERYTHING, listener)
                    .file();
        } catch (BackupFailed | BackupRefused | HistoryUnreadable | UncheckedIOException failure) {
            throw new BackupRefused(
                    "no upgrade, because the backup failed: %s; to do without, run 'derrick upgrade --no-backup'"
                            .formatted(failure.getMessage()),
                    failure);
        }
    }
}
