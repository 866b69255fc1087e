package derrick.migrations.flyway;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/** Writes the history that an upgrade or a downgrade would have written, and runs nothing. */
record FlywayStamp(Configuration settings, Revisions revisions) {
    /** Makes the history end at a number, in one transaction under the lock. */
    Stamp stamp(int number) {
        return UnderLock.run(settings, (history, database) -> {
            if (!history.exists()) {
                history.create(false);
            }
            return stamp(number, history, database.getMainConnection().getJdbcConnection());
        });
    }

    private Stamp stamp(int number, SchemaHistory history, Connection connection) {
        try {
            Map<Revision, AppliedMigration> before = new AppliedRevisions(history, revisions).above(0);
            List<Revision> removed = before.keySet().stream()
                    .filter(revision -> revision.number() > number)
                    .toList();
            int last = before.keySet().stream().mapToInt(Revision::number).max().orElse(0);
            List<Revision> added = revisions.all().stream()
                    .filter(revision -> revision.number() > last && revision.number() <= number)
                    .toList();
            OneTransaction.on(connection, () -> {
                BrokenOff.forget(history, connection);
                removed.forEach(revision -> history.delete(before.get(revision)));
                added.forEach(revision -> add(revision, history));
            });
            return new Stamp(added, removed);
        } catch (SQLException refused) {
            throw new MigrationRefused(refused);
        }
    }

    private void add(Revision revision, SchemaHistory history) {
        Script script = revisions.upgradeScript(revision);
        history.addAppliedMigration(
                MigrationVersion.fromVersion(revision.id()),
                revision.description().replace('_', ' '),
                CoreMigrationType.SQL,
                script.file(),
                script.checksum(),
                0,
                true);
    }
}
