package derrick.migrations.run;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.run.plan.MigrationPlan;
import derrick.migrations.run.plan.PlanRange;
import java.time.Duration;
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
     * @throws derrick.migrations.revision.MalformedRevisions if a script begins or ends a transaction
     * @throws UnmanagedDatabase if it has tables that no revision made
     * @throws MigrationFailed if a script breaks off; those before it stand
     * @throws MigrationRefused if Flyway will not go on
     * @throws derrick.migrations.postgres.DatabaseUnavailable if a pooler keeps no session, so that no lock holds
     * @throws LockTimeoutException if another migration will not end, or people do not let go of a table that a script
     * needs
     */
    public List<Revision> upgrade(String target, MigrationListener listener) {
        return upgrade(target, listener, false);
    }

    /**
     * Applies the revisions up to a target, all of them or none; throws as {@link #upgrade(String, MigrationListener)}
     * does.
     *
     * @throws derrick.migrations.run.plan.SingleTransactionImpossible if a script cannot run in a transaction
     */
    public List<Revision> upgradeInOneTransaction(String target, MigrationListener listener) {
        return upgrade(target, listener, true);
    }

    private List<Revision> upgrade(String target, MigrationListener listener, boolean inOneTransaction) {
        MigrationPlan plan = plan(Direction.UP, target);
        if (inOneTransaction) {
            plan.requireTransactional();
        }
        return run(plan, listener, patient -> upgrade(plan.range().to().orElseThrow(), patient, inOneTransaction));
    }

    private MigrationPlan plan(Direction direction, String target) {
        Optional<Revision> current = current(direction);
        return plan(direction, new PlanRange(current, revisions.resolve(target, current)));
    }

    /**
     * What would be done on the way between two ends; throws as {@link #upgrade} and {@link #downgrade} do.
     *
     * @throws derrick.migrations.revision.HistoryConflict if the history does not lead back that far
     */
    public MigrationPlan plan(Direction direction, PlanRange range) {
        if (direction == Direction.DOWN) {
            history.requireWayBackTo(range.to());
        }
        return MigrationPlan.of(direction, range, revisions);
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

    /** The same for who goes in a direction, and tries again what broke off on the way. */
    public Optional<Revision> current(Direction direction) {
        return current(Set.of(direction));
    }

    private Optional<Revision> current(Set<Direction> forgiven) {
        SchemaStatus standing = history.intact(forgiven);
        if (standing.state() == SchemaStatus.State.UNMANAGED) {
            throw new UnmanagedDatabase();
        }
        return standing.revision();
    }

    private void upgrade(Revision goal, LockRetry patient, boolean inOneTransaction) {
        if (new PreflightCheck(dataSource).findsFailure()) {
            forgetWhatBrokeOff();
        }
        UpgradeProgress progress = new UpgradeProgress(patient, inOneTransaction);
        try {
            FlywaySettings.of(dataSource)
                    .resolvers(new RevisionResolver(revisions, progress))
                    .target(goal.id())
                    .group(inOneTransaction)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw progress.failure(failure);
        }
        progress.allEnded();
    }

    private void forgetWhatBrokeOff() {
        WithMigrationLock.run(FlywaySettings.of(dataSource), (history, database) -> {
            new FailedHistoryRows(history, database.getMainConnection().getJdbcConnection()).forget(Direction.UP);
            return true;
        });
    }

    /**
     * Takes back the revisions above a target, as {@link Revisions#resolve} reads it, the last one first. The history
     * keeps that they were applied and that they were undone.
     *
     * @return those that were taken back, in that order; none if another was faster or there was nothing to do
     * @throws derrick.migrations.revision.MissingDowngradeScript if a script that leads back is missing
     * @throws derrick.migrations.revision.WrongDirection if the target is beyond the database; otherwise throws as
     *     {@link #upgrade} does
     */
    public List<Revision> downgrade(String target, MigrationListener listener) {
        MigrationPlan plan = plan(Direction.DOWN, target);
        return run(plan, listener, patient -> {
            new PreflightCheck(dataSource).requireSession();
            new FlywayUndo(FlywaySettings.of(dataSource), revisions, patient)
                    .undoAbove(number(plan.range().to()));
        });
    }

    private List<Revision> run(MigrationPlan plan, MigrationListener listener, Consumer<LockRetry> work) {
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        listener.planned(plan);
        CompletedRevisions ended = new CompletedRevisions(listener);
        LockRetry patient = new LockRetry(dataSource, patience, ended);
        return patient.with(() -> {
            work.accept(patient);
            return ended.revisions();
        });
    }

    /**
     * Makes the history say that the database is at a target, as {@link Revisions#resolve} reads it, and runs nothing:
     * for a schema that somebody made or mended by hand. Scripts that were edited since they were applied count as
     * applied in the form that they have now.
     *
     * <p>Throws as {@link #upgrade} does, and as the terms do; a database with tables that no revision made is welcome.
     *
     * @param terms says whether the schema is what the revision makes
     */
    public Stamp stamp(String target, StampPrecondition terms, MigrationListener listener) {
        SchemaStatus standing = history.mendable();
        Optional<Revision> goal = revisions.resolve(target, standing.revision());
        history.requireWayBackTo(goal);
        new PreflightCheck(dataSource).requireSession();
        FlywayStamp stamp = new FlywayStamp(FlywaySettings.of(dataSource), revisions, terms);
        return new LockRetry(dataSource, patience, listener).with(() -> stamp.stamp(goal));
    }

    private static int number(Optional<Revision> revision) {
        return revision.map(Revision::number).orElse(0);
    }
}
