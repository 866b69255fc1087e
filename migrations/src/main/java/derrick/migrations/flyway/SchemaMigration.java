package derrick.migrations.flyway;

import derrick.migrations.plan.Plan;
import derrick.migrations.plan.Range;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Standing;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Takes a database from revision to revision, up or down. Each revision is one transaction with its row of history; one
 * that cannot run in a transaction runs statement by statement, and can be tried again when it breaks off. One lock
 * serves all who migrate a database: whoever comes second finds the work done.
 */
public final class SchemaMigration {
    private final DataSource dataSource;
    private final Revisions revisions;
    private final Duration patience;
    private final RevisionHistory history;

    /** One that waits a minute where somebody else's lock is in the way. */
    public SchemaMigration(DataSource dataSource, Revisions revisions) {
        this(dataSource, revisions, Duration.ofMinutes(1));
    }

    /** @param patience how long to try again where somebody else's lock is in the way */
    public SchemaMigration(DataSource dataSource, Revisions revisions, Duration patience) {
        this.dataSource = dataSource;
        this.revisions = revisions;
        this.patience = patience;
        this.history = new RevisionHistory(dataSource, revisions);
    }

    /**
     * Applies the revisions up to a target, as {@link Revisions#resolve} reads it.
     *
     * @return those that were applied, in order; none if another was faster or there was nothing to do
     * @throws derrick.migrations.revision.UnknownRevision if there is no such revision
     * @throws derrick.migrations.revision.AmbiguousRevision if the target may be several
     * @throws derrick.migrations.revision.HistoryConflict if an applied script was edited or is gone
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     * @throws derrick.migrations.revision.WrongDirection if the database is beyond the target
     * @throws UnmanagedDatabase if it has tables that no revision made
     * @throws MigrationFailed if a script breaks off; those before it stand
     * @throws MigrationRefused if Flyway will not go on
     * @throws LockNotGot if another migration will not end, or people do not let go of a table that a script needs
     */
    public List<Revision> upgrade(String target, MigrationListener listener) {
        return upgrade(target, listener, false);
    }

    /**
     * Applies the revisions up to a target, all of them or none; throws as {@link #upgrade(String, MigrationListener)}
     * does.
     *
     * @throws derrick.migrations.plan.NotOneTransaction if a script cannot run in a transaction
     */
    public List<Revision> upgradeInOneTransaction(String target, MigrationListener listener) {
        return upgrade(target, listener, true);
    }

    private List<Revision> upgrade(String target, MigrationListener listener, boolean inOneTransaction) {
        Plan plan = plan(Direction.UP, target);
        if (inOneTransaction) {
            plan.requireTransactional();
        }
        return run(plan, listener, ended -> upgrade(plan.range().to().orElseThrow(), ended, inOneTransaction));
    }

    private Plan plan(Direction direction, String target) {
        Optional<Revision> current = current(Set.of(direction));
        return Plan.of(direction, new Range(current, revisions.resolve(target, current)), revisions);
    }

    /**
     * Where the database stands, if it is ready to go on from there either way.
     *
     * @return empty for base
     * @throws UnmanagedDatabase if it has tables that no revision made
     * @throws derrick.migrations.revision.HistoryConflict if an applied script was edited or is gone, or broke off
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     */
    public Optional<Revision> current() {
        return current(Set.of());
    }

    private Optional<Revision> current(Set<Direction> forgiven) {
        Standing standing = history.intact(forgiven);
        if (standing.state() == Standing.State.UNMANAGED) {
            throw new UnmanagedDatabase();
        }
        return standing.revision();
    }

    private void upgrade(Revision goal, MigrationListener listener, boolean inOneTransaction) {
        UpgradeProgress progress = new UpgradeProgress(revisions, listener, inOneTransaction);
        if (new Outset(dataSource).isLittered()) {
            clearWhatBrokeOff(listener);
        }
        try {
            FlywaySettings.of(dataSource, revisions)
                    .callbacks(progress)
                    .target(goal.id())
                    .group(inOneTransaction)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            RuntimeException inWordsOfOurs = FlywayFailure.inWordsOfOurs(failure);
            if (inWordsOfOurs instanceof LockNotGot && !inOneTransaction) {
                progress.allEnded();
            }
            throw inWordsOfOurs;
        }
        progress.allEnded();
    }

    private void clearWhatBrokeOff(MigrationListener listener) {
        try {
            List<Revision> finished = UnderLock.run(
                    FlywaySettings.of(dataSource, revisions),
                    (history, database) -> new BrokenOff(Direction.UP, revisions)
                            .clear(history, database.getMainConnection().getJdbcConnection()));
            finished.forEach(revision -> {
                listener.begins(revision);
                listener.ended(revision);
            });
        } catch (FlywayException failure) {
            throw FlywayFailure.inWordsOfOurs(failure);
        }
    }

    /**
     * Takes back the revisions above a target, as {@link Revisions#resolve} reads it, the last one first. The history
     * keeps that they were applied and that they were undone.
     *
     * @return those that were taken back, in that order; none if another was faster or there was nothing to do
     * @throws derrick.migrations.revision.NoWayBack if a script that leads back is missing
     * @throws derrick.migrations.revision.WrongDirection if the target is beyond the database; otherwise throws as
     *     {@link #upgrade} does
     */
    public List<Revision> downgrade(String target, MigrationListener listener) {
        Plan plan = plan(Direction.DOWN, target);
        return run(plan, listener, ended -> undoAbove(number(plan.range().to()), ended));
    }

    private void undoAbove(int number, MigrationListener listener) {
        try {
            new FlywayUndo(FlywaySettings.of(dataSource, revisions), revisions).undoAbove(number, listener);
        } catch (FlywayException failure) {
            throw FlywayFailure.inWordsOfOurs(failure);
        }
    }

    private List<Revision> run(Plan plan, MigrationListener listener, Consumer<MigrationListener> work) {
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        listener.planned(plan);
        Ended ended = new Ended(listener);
        return new Patience(dataSource, patience, listener).with(() -> {
            work.accept(ended);
            return ended.revisions();
        });
    }

    /**
     * Makes the history say that the database is at a target, as {@link Revisions#resolve} reads it, and runs nothing:
     * for a schema that somebody made or mended by hand.
     *
     * <p>Throws as {@link #upgrade} does, and as the terms do; a database with tables that no revision made is welcome.
     *
     * @param terms says whether the schema is what the revision makes
     */
    public Stamp stamp(String target, StampTerms terms, MigrationListener listener) {
        Standing standing = history.intact(EnumSet.allOf(Direction.class));
        Optional<Revision> goal = revisions.resolve(target, standing.revision());
        return new Patience(dataSource, patience, listener).with(() -> stampAt(goal, terms));
    }

    private Stamp stampAt(Optional<Revision> goal, StampTerms terms) {
        try {
            return new FlywayStamp(FlywaySettings.of(dataSource, revisions), revisions, terms).stamp(goal);
        } catch (FlywayException failure) {
            throw FlywayFailure.inWordsOfOurs(failure);
        }
    }

    private static int number(Optional<Revision> revision) {
        return revision.map(Revision::number).orElse(0);
    }
}
