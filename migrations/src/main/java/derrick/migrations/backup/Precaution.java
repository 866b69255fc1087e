package derrick.migrations.backup;

import derrick.migrations.database.Database;
import derrick.migrations.database.DatabaseAddress;
import derrick.migrations.flyway.MigrationListener;
import derrick.migrations.loss.CountedLoss;
import derrick.migrations.loss.LossCount;
import derrick.migrations.plan.Plan;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.Revisions;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a backup before an upgrade loses rows of which nobody was told: the one that comes with a start of the
 * platform.
 * A database at base has no rows, and costs nothing.
 *
 * @param say takes lines for a person: what is lost, and where the backup is
 */
public record Precaution(DatabaseAddress address, Revisions revisions, BackupPlace place, Consumer<String> say)
        implements MigrationListener {
    /** One that puts its backup where 'derrick backup' would. */
    public static Precaution of(Database database, Revisions revisions, Consumer<String> say) {
        return new Precaution(database.address(), revisions, BackupPlace.of(Optional.empty(), database), say);
    }

    /** @throws BackupRefused if no backup can be taken of what is to be lost */
    @Override
    public void planned(Plan plan) {
        if (plan.range().from().isEmpty()) {
            return;
        }
        List<CountedLoss> losses = new LossCount(address.dataSource())
                .of(plan.losses()).stream().filter(CountedLoss::hasRows).toList();
        if (!losses.isEmpty()) {
            losses.forEach(loss -> say.accept("to be lost: " + loss.sentence()));
            say.accept("the backup is " + backup().file());
        }
    }

    private Backup.Taken backup() {
        try {
            return new Backup(address, revisions).take(place, written -> {}, read -> {});
        } catch (BackupFailed | HistoryUnreadable | UncheckedIOException failure) {
            throw new BackupRefused(
                    "the schema was not upgraded, for no backup could be taken: %s; 'derrick upgrade --no-backup' goes"
                                    .formatted(failure.getMessage())
                            + " without one");
        }
    }
}
