package derrick.migrations.run;

import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.postgres.Pooler;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;

/**
 * One attempt to upgrade a database with Flyway. Flyway takes the lock, orders the revisions, opens transactions and
 * writes the history; {@link ScriptExecution} runs the statements.
 */
final class FlywayUpgrade {
    /** A history of another schema on the search path does not count. */
    private static final String HAS_HISTORY =
            "SELECT to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL";

    private static final String HAS_FAILED = "SELECT EXISTS (SELECT FROM flyway_schema_history WHERE NOT success)";
    private static final String TRIAL = "CREATE TABLE flyway_schema_trial ()";

    private final Revisions revisions;
    private final LockRetry retry;
    private final boolean singleTransaction;
    private final List<Revision> started = new ArrayList<>();
    private final List<Script> uncommitted = new ArrayList<>();
    private Optional<RuntimeException> scriptFailure = Optional.empty();

    /** @param singleTransaction true to commit all revisions together, false to commit each by itself */
    FlywayUpgrade(Revisions revisions, LockRetry retry, boolean singleTransaction) {
        this.revisions = revisions;
        this.retry = retry;
        this.singleTransaction = singleTransaction;
    }

    /** Applies the pending revisions up to a goal. The listener hears of a revision's end once it is committed. */
    void upgradeTo(Revision goal) {
        if (hasFailedRow()) {
            FlywayHistory.locked(FlywaySettings.of(retry.dataSource()), revisions, history -> {
                history.deleteFailed(Direction.UP);
                return true;
            });
        }
        try {
            FlywaySettings.of(retry.dataSource())
                    .resolvers(new Resolver())
                    .target(goal.id())
                    .group(singleTransaction)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw failureOf(failure);
        }
        reportCommitted();
    }

    /**
     * True if a script failed earlier outside a transaction, so that its history row must be deleted first.
     *
     * <p>Without a history table, this creates a table and rolls back, to fail as the upgrade would. Flyway would retry
     * ten times, once a second.
     *
     * @throws derrick.migrations.postgres.DatabaseUnavailable if a connection pooler does not keep the session
     */
    private boolean hasFailedRow() {
        try (Connection connection = retry.dataSource().getConnection()) {
            Pooler.requireSession(connection, retry.dataSource());
            if (JdbcQuery.isTrue(connection, HAS_HISTORY)) {
                return JdbcQuery.isTrue(connection, HAS_FAILED);
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(TRIAL);
            } finally {
                connection.rollback();
            }
            return false;
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    private void run(Revision revision, Script script, Connection connection) {
        if (!singleTransaction) {
            reportCommitted();
        }
        started.add(revision);
        uncommitted.add(script);
        retry.listener().started(revision);
        try {
            new ScriptExecution(connection, retry).run(revision, script);
        } catch (RuntimeException failure) {
            scriptFailure = Optional.of(failure);
            throw new FlywayException(failure);
        }
    }

    private void reportCommitted() {
        started.forEach(retry.listener()::committed);
        started.clear();
        uncommitted.clear();
    }

    /** Returns the failure of the script, if one failed: Flyway may report a later failure instead. */
    private RuntimeException failureOf(FlywayException failure) {
        return scriptFailure.orElseGet(() -> {
            RuntimeException translated = FlywayErrorTranslator.translate(
                    failure, uncommitted.size() == 1 ? Optional.of(uncommitted.get(0)) : Optional.empty());
            if (translated instanceof LockTimeoutException && !singleTransaction) {
                reportCommitted();
            }
            return translated;
        });
    }

    /** Gives Flyway the revisions. */
    private final class Resolver implements MigrationResolver {
        @Override
        public Collection<ResolvedMigration> resolveMigrations(Context context) {
            return revisions.all().stream().map(this::resolved).toList();
        }

        private ResolvedMigration resolved(Revision revision) {
            Script script = revisions.upgradeScript(revision);
            int checksum = script.checksum();
            return new ResolvedMigrationImpl(
                    MigrationVersion.fromVersion(revision.id()),
                    revision.description().replace('_', ' '),
                    script.file(),
                    checksum,
                    checksum,
                    CoreMigrationType.SQL,
                    script.path(),
                    new Executor(revision, script));
        }
    }

    /** Runs one revision when Flyway asks for it. */
    private final class Executor implements MigrationExecutor {
        private final Revision revision;
        private final Script script;

        private Executor(Revision revision, Script script) {
            this.revision = revision;
            this.script = script;
        }

        @Override
        public List<Results> execute(org.flywaydb.core.api.executor.Context context) {
            run(revision, script, context.getConnection());
            return List.of();
        }

        @Override
        public boolean canExecuteInTransaction() {
            return script.isTransactional();
        }

        @Override
        public boolean shouldExecute() {
            return true;
        }
    }
}
