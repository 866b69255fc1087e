package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;

/** Writes the history rows that an upgrade or a downgrade would write, without running a script. */
record FlywayStamp(Configuration settings, Revisions revisions, Stamp.Precondition precondition) {
    /** Makes a revision, or base, the current one. Takes the migration lock and writes in one transaction. */
    Stamp stamp(Optional<Revision> goal) {
        return FlywayHistory.locked(settings, revisions, history -> stamp(goal, history));
    }

    private Stamp stamp(Optional<Revision> goal, FlywayHistory history) {
        Map<Revision, AppliedMigration> before = history.exists() ? history.appliedAbove(0) : Map.of();
        Optional<Revision> current = before.keySet().stream().max(Revision::compareTo);
        precondition.check(current, goal);
        Map<Revision, AppliedMigration> removed = new LinkedHashMap<>(before);
        removed.keySet().removeIf(revision -> goal.isPresent() && revision.compareTo(goal.get()) <= 0);
        List<Revision> added = revisions.all().stream()
                .filter(revision -> current.isEmpty() || revision.compareTo(current.get()) > 0)
                .filter(revision -> goal.isPresent() && revision.compareTo(goal.get()) <= 0)
                .toList();
        Map<Revision, AppliedMigration> edited = new LinkedHashMap<>(before);
        edited.keySet().removeAll(removed.keySet());
        edited.entrySet().removeIf(entry -> !isEdited(entry.getKey(), entry.getValue()));
        try {
            MigrationSession.inTransaction(history.connection(), () -> {
                if (!history.exists()) {
                    history.create();
                }
                history.deleteFailed();
                removed.values().forEach(history::addUndone);
                edited.forEach(history::updateChecksum);
                added.forEach(history::addApplied);
                writeAlso(history);
            });
            return new Stamp(added, List.copyOf(removed.keySet()), List.copyOf(edited.keySet()));
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    private void writeAlso(FlywayHistory history) {
        try {
            precondition.writeAlso(history.connection());
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /** True if the script's checksum is not the recorded one. The row of a baseline has none. */
    private boolean isEdited(Revision revision, AppliedMigration row) {
        return Stream.ofNullable(row.getChecksum())
                .anyMatch(checksum ->
                        checksum != revisions.upgradeScript(revision).checksum());
    }
}
