package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/** The revisions that are in force, as Flyway has them at this moment. */
record AppliedRevisions(SchemaHistory history, Revisions revisions) {
    /** Those above a number, the last one first, each with the row that brought it. */
    Map<Revision, AppliedMigration> above(int number) {
        Map<Integer, AppliedMigration> inForce = new TreeMap<>();
        MigrationVersion floor = MigrationVersion.fromVersion(String.valueOf(number));
        for (AppliedMigration migration : history.allAppliedMigrations()) {
            if (migration.getVersion() != null
                    && migration.getVersion().getVersion().matches("\\d{1,9}")
                    && migration.isSuccess()
                    && migration.getVersion().compareTo(floor) > 0) {
                int revision = Integer.parseInt(migration.getVersion().getVersion());
                if (migration.getType().isUndo() || migration.getType() == CoreMigrationType.DELETE) {
                    inForce.remove(revision);
                } else {
                    inForce.put(revision, migration);
                }
            }
        }
        // Of what was taken back, the scripts may be gone.
        Map<Revision, AppliedMigration> applied = new TreeMap<>(Comparator.reverseOrder());
        inForce.forEach(
                (revision, migration) -> applied.put(revisions.find(revision).orElseThrow(), migration));
        return applied;
    }
}
