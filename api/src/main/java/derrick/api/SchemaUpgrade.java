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

/** Upgrades a database to the head revision, if that is allowed. */
final class SchemaUpgrade {
    private SchemaUpgrade() {}

    /**
     * Makes sure of the revision: the embedded database is migrated, another one only if that was asked for.
     *
     * @return the revision that the database now has
     * @throws StartupFailure if revisions are pending that nobody asked for, or the database is ahead of this server
     */
    static Revision ensure(Database database, boolean mayMigrate, Consumer<String> say) {
        Revisions revisions = Revisions.packaged();
        RevisionHistory history = new RevisionHistory(database.dataSource(), revisions);
        SchemaStatus status = history.status();
        if (status.state() == SchemaStatus.State.AHEAD) {
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    "the database is at %s, which this version does not know; take a newer one"
                            .formatted(status.revision().map(Revision::name).orElse("base")));
        }
        List<Revision> pending = history.pending();
        if (!pending.isEmpty() && !database.embedded() && !mayMigrate) {
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    "%d revisions pending, head is %s: run derrick upgrade, or up --migrate"
                            .formatted(pending.size(), revisions.head().id()));
        }
        if (!pending.isEmpty()) {
            new SchemaMigration(database.dataSource(), revisions).upgrade("head", new MigrationListener() {
                @Override
                public void planned(MigrationPlan plan) {
                    PreUpgradeBackup.of(database, revisions, say).planned(plan);
                }

                @Override
                public void committed(Revision revision) {
                    say.accept("the schema is now at " + revision.name());
                }
            });
        }
        return revisions.head();
    }
}
