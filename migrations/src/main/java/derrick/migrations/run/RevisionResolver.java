package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;

/**
 * Hands Flyway the revisions. It sees to lock, order, transactions and history; what a script's statements are, and
 * whether they can run in a transaction, is found out here, and so is the same for whoever plans, prints or runs them.
 */
record RevisionResolver(Revisions revisions, UpgradeProgress progress) implements MigrationResolver {
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
                new Execution(revision, script, progress));
    }

    private record Execution(Revision revision, Script script, UpgradeProgress progress) implements MigrationExecutor {
        @Override
        public List<Results> execute(org.flywaydb.core.api.executor.Context context) {
            progress.run(revision, script, context.getConnection());
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
