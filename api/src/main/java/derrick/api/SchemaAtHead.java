package derrick.api;

import derrick.migrations.backup.PreUpgradeBackup;
import derrick.migrations.database.Database;
import derrick.migrations.flyway.MigrationListener;
import derrick.migrations.flyway.SchemaMigration;
import derrick.migrations.plan.Plan;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Standing;
import java.util.List;
import java.util.function.Consumer;

/** Brings a database to the revision that this server is made for, where it may. */
final class SchemaAtHead {
    private SchemaAtHead() {}

    /**
     * Makes sure of the revision: the embedded database is migrated, another one only if that was asked for.
     *
     * @return the revision that the database now has
     * @throws Refusal if revisions are pending that nobody asked for, or the database is ahead of this server
     */
    static Revision ensure(Database database, boolean mayMigrate, Consumer<String> say) {
        Revisions revisions = Revisions.packaged();
        RevisionHistory history = new RevisionHistory(database.dataSource(), revisions);
        Standing standing = history.standing();
        if (standing.state() == Standing.State.AHEAD) {
            throw new Refusal(
                    Refusal.UNSAFE,
                    "the database is at %s, which this version does not know; take a newer one"
                            .formatted(standing.revision().map(Revision::name).orElse("base")));
        }
        List<Revision> pending = history.pending();
        if (!pending.isEmpty() && !database.embedded() && !mayMigrate) {
            throw new Refusal(
                    Refusal.UNSAFE,
                    "%d revisions pending, head is %s: run derrick upgrade, or up --migrate"
                            .formatted(pending.size(), revisions.head().id()));
        }
        if (!pending.isEmpty()) {
            new SchemaMigration(database.dataSource(), revisions).upgrade("head", new MigrationListener() {
                @Override
                public void planned(Plan plan) {
                    PreUpgradeBackup.of(database, revisions, say).planned(plan);
                }

                @Override
                public void ended(Revision revision) {
                    say.accept("the schema is now at " + revision.name());
                }
            });
        }
        return revisions.head();
    }
}
