package derrick.migrations.run;

import derrick.migrations.postgres.Pooler;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.run.plan.MigrationPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Upgrades, downgrades and stamps a database. A revision and its history row are one transaction. A revision that
 * cannot run in a transaction runs statement by statement, and can be repeated after a failure. Concurrent migrations
 * wait for the same lock; the second one finds the work done.
 */
public final class SchemaMigration {
    private final DataSource dataSource;
    private final Revisions revisions;
    private final Duration lockWait;
    private final RevisionHistory history;

    /** Creates one that waits a minute for locks. */
    public SchemaMigration(DataSource dataSource, Revisions revisions) {
        this(dataSource, revisions, Duration.ofMinutes(1));
    }

    /** @param lockWait how long to retry while another session holds a lock */
    public SchemaMigration(DataSource dataSource, Revisions revisions, Duration lockWait) {
        this.dataSource = dataSource;
        this.revisions = revisions;
        this.lockWait = lockWait;
        this.history = new RevisionHistory(dataSource, revisions);
    }

    /**
     * Applies the revisions up to a target, as {@link Revisions#resolve} reads it.
     *
     * @return the revisions that this call applied, in order; empty if there was nothing to do
     * @throws derrick.migrations.revision.UnknownRevision if there is no such revision
     * @throws derrick.migrations.revision.AmbiguousRevision if the target matches several revisions
     * @throws derrick.migrations.revision.HistoryConflict if an applied script was edited or is missing
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     * @throws derrick.migrations.revision.WrongDirection if the database is beyond the target
     * @throws derrick.migrations.revision.MalformedRevisions if a script begins or ends a transaction
     * @throws UnmanagedDatabase if it has tables but no history
     * @throws MigrationFailed if a script fails; revisions before it stay applied
     * @throws MigrationRefused if Flyway fails for another reason
     * @throws derrick.migrations.postgres.DatabaseUnavailable if a pooler does not keep the session that holds the lock
     * @throws LockTimeoutException if another session still holds a lock when the time is over
     */
    public List<Revision> upgrade(String target, MigrationListener listener) {
        return upgrade(target, listener, false);
    }

    /**
     * Applies the revisions up to a target in one transaction; throws as {@link #upgrade(String, MigrationListener)}
     * does.
     *
     * @throws derrick.migrations.run.plan.SingleTransactionImpossible if a script cannot run in a transaction
     */
    public List<Revision> upgradeInOneTransaction(String target, MigrationListener listener) {
        return upgrade(target, listener, true);
    }

    private List<Revision> upgrade(String target, MigrationListener listener, boolean singleTransaction) {
        MigrationPlan plan = plan(Direction.UP, target);
        if (singleTransaction) {
            plan.requireTransactional();
        }
        return run(
                plan,
                listener,
                retry -> new FlywayUpgrade(revisions, retry, singleTransaction)
                        .upgradeTo(plan.range().to().orElseThrow()));
    }

    /**
     * Undoes the revisions above a target, as {@link Revisions#resolve} reads it, newest first. The history keeps both
     * the upgrade and the downgrade.
     *
     * @return the revisions that this call undid, in that order; empty if there was nothing to do
     * @throws derrick.migrations.revision.MissingDowngradeScript if a downgrade script is missing
     * @throws derrick.migrations.revision.WrongDirection if the target is above the current revision; otherwise throws
     *     as {@link #upgrade} does
     */
    public List<Revision> downgrade(String target, MigrationListener listener) {
        MigrationPlan plan = plan(Direction.DOWN, target);
        return run(plan, listener, retry -> {
            requireSession();
            new FlywayUndo(FlywaySettings.of(dataSource), revisions, retry)
                    .undoAbove(plan.range().to().map(Revision::number).orElse(0));
        });
    }

    /**
     * Records a target, as {@link Revisions#resolve} reads it, as the current revision without running a script. The
     * checksums of edited scripts are updated. For a schema that was created or repaired by hand.
     *
     * <p>Throws as {@link #upgrade} and the precondition do; accepts a database with tables but no history.
     */
    public Stamp stamp(String target, Stamp.Precondition precondition, MigrationListener listener) {
        SchemaStatus status = history.requireStampable();
        Optional<Revision> goal = revisions.resolve(target, status.revision());
        history.requireDowngradeTo(goal);
        requireSession();
        FlywayStamp stamp = new FlywayStamp(FlywaySettings.of(dataSource), revisions, precondition);
        return new LockRetry(dataSource, lockWait, listener).run(() -> stamp.stamp(goal));
    }

    private MigrationPlan plan(Direction direction, String target) {
        Optional<Revision> current = current(direction);
        return plan(direction, new MigrationPlan.Range(current, revisions.resolve(target, current)));
    }

    /**
     * Returns the steps between two revisions; throws as {@link #upgrade} and {@link #downgrade} do.
     *
     * @throws derrick.migrations.revision.HistoryConflict if the history begins with a baseline above the goal
     */
    public MigrationPlan plan(Direction direction, MigrationPlan.Range range) {
        if (direction == Direction.DOWN) {
            history.requireDowngradeTo(range.to());
        }
        return MigrationPlan.of(direction, range, revisions);
    }

    /**
     * Returns the current revision of a database whose history has no conflict and no failed revision.
     *
     * @return empty for base
     * @throws UnmanagedDatabase if it has tables but no history
     * @throws derrick.migrations.revision.HistoryConflict if an applied script was edited, is missing or failed
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     */
    public Optional<Revision> current() {
        return current(Set.of());
    }

    /** Returns the current revision, as {@link #current()}; accepts a failed script of the direction, as it reruns. */
    public Optional<Revision> current(Direction direction) {
        return current(Set.of(direction));
    }

    private Optional<Revision> current(Set<Direction> retried) {
        SchemaStatus status = history.requireConsistent(retried);
        if (status.state() == SchemaStatus.State.UNMANAGED) {
            throw new UnmanagedDatabase();
        }
        return status.revision();
    }

    private List<Revision> run(MigrationPlan plan, MigrationListener listener, Consumer<LockRetry> attempt) {
        if (plan.scripts().isEmpty()) {
            return List.of();
        }
        listener.planned(plan);
        CommittedRevisions committed = new CommittedRevisions(listener);
        LockRetry retry = new LockRetry(dataSource, lockWait, committed);
        return retry.run(() -> {
            attempt.accept(retry);
            return List.copyOf(committed.revisions);
        });
    }

    private void requireSession() {
        try (Connection connection = dataSource.getConnection()) {
            Pooler.requireSession(connection, dataSource);
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /** Forwards events, each start once over several attempts, and collects the committed revisions. */
    private static final class CommittedRevisions implements MigrationListener {
        private final MigrationListener listener;
        private final Set<Revision> started = new HashSet<>();
        private final List<Revision> revisions = new ArrayList<>();

        private CommittedRevisions(MigrationListener listener) {
            this.listener = listener;
        }

        @Override
        public void waiting(String reason) {
            listener.waiting(reason);
        }

        @Override
        public void started(Revision revision) {
            if (started.add(revision)) {
                listener.started(revision);
            }
        }

        @Override
        public void warned(Revision revision, String warning) {
            listener.warned(revision, warning);
        }

        @Override
        public void committed(Revision revision) {
            revisions.add(revision);
            listener.committed(revision);
        }
    }
}
