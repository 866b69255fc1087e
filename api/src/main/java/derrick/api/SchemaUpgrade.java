package derrick.api;

import derrick.migrations.backup.PreUpgradeBackup;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.plan.MigrationPlan;
import java.util.List;
import java.util.function.Consumer;

/** Upgrades the schema of the database to head when the server starts. */
final class SchemaUpgrade {
    private SchemaUpgrade() {}

    /**
     * Upgrades the embedded database, and another database only with {@code --migrate}.
     *
     * @param mayMigrate whether a database other than the embedded one may be upgraded
     * @param output accepts lines for a person to read
     * @return the revision of the database, which is head
     * @throws StartupFailure if revisions are pending and may not be run, or if the database is ahead of this server
     */
    static Revision ensure(Database database, boolean mayMigrate, Consumer<String> output) {
        Revisions revisions = Revisions.packaged();
        RevisionHistory history = new RevisionHistory(database.dataSource(), revisions);
        SchemaStatus status = history.status();
        if (status.state() == SchemaStatus.State.AHEAD) {
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    "cannot start: the database is at %s, which this version does not have; use a newer version"
                            .formatted(status.revision().map(Revision::name).orElse("base")));
        }
        List<Revision> pending = history.pending();
        if (!pending.isEmpty() && !database.embedded() && !mayMigrate) {
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    "cannot start: %d pending revisions, head is %s; run derrick upgrade, or up --migrate"
                            .formatted(pending.size(), revisions.head().id()));
        }
        if (!pending.isEmpty()) {
            new SchemaMigration(database.dataSource(), revisions).upgrade("head", new MigrationListener() {
                @Override
                public void planned(MigrationPlan plan) {
                    PreUpgradeBackup.of(database, revisions, output).planned(plan);
                }

                @Override
                public void committed(Revision revision) {
                    output.accept("upgraded the schema to " + revision.name());
                }
            });
        }
        return revisions.head();
    }
}
