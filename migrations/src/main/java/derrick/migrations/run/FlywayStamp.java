package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.run.plan.HistorySql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/** Writes the history that an upgrade or a downgrade would have written, and runs nothing. */
record FlywayStamp(Configuration settings, Revisions revisions, StampPrecondition terms) {
    /** Makes the history end at a revision, or at base, in one transaction under the lock. */
    Stamp stamp(Optional<Revision> goal) {
        return WithMigrationLock.run(
                settings,
                (history, database) ->
                        stamp(goal, history, database.getMainConnection().getJdbcConnection()));
    }

    private Stamp stamp(Optional<Revision> goal, SchemaHistory history, Connection connection) {
        Map<Revision, AppliedMigration> before =
                history.exists() ? new AppliedRevisions(history, revisions).above(0) : Map.of();
        Optional<Revision> last = before.keySet().stream().max(Revision::compareTo);
        terms.require(last, goal);
        List<Revision> removed = before.keySet().stream()
                .filter(revision -> goal.isEmpty() || revision.compareTo(goal.get()) > 0)
                .toList();
        List<Revision> added = revisions.all().stream()
                .filter(revision -> last.isEmpty() || revision.compareTo(last.get()) > 0)
                .filter(revision -> goal.isPresent() && revision.compareTo(goal.get()) <= 0)
                .toList();
        Map<Revision, AppliedMigration> edited = new LinkedHashMap<>(before);
        edited.keySet().removeAll(removed);
        edited.entrySet().removeIf(entry -> !isEdited(entry.getKey(), entry.getValue()));
        try {
            SingleTransaction.on(connection, () -> {
                makeTable(history, connection);
                new FailedHistoryRows(history, connection).forget();
                removed.forEach(revision -> history.delete(before.get(revision)));
                edited.forEach((revision, row) -> rewrite(revision, row, connection));
                added.forEach(revision -> add(revision, history));
                alongside(connection);
            });
            return new Stamp(added, removed, List.copyOf(edited.keySet()));
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /** Flyway would make it in a transaction of its own. */
    private static void makeTable(SchemaHistory history, Connection connection) {
        if (history.exists()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(HistorySql.TABLE);
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    private void alongside(Connection connection) {
        try {
            terms.alongside(connection);
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /** A baseline has no script, so that no checksum tells of one. */
    private boolean isEdited(Revision revision, AppliedMigration row) {
        return Stream.ofNullable(row.getChecksum())
                .anyMatch(checksum ->
                        checksum != revisions.upgradeScript(revision).checksum());
    }

    /** Who applied it, and when, stays. */
    private void rewrite(Revision revision, AppliedMigration row, Connection connection) {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE flyway_schema_history SET checksum = ? WHERE installed_rank = ?")) {
            statement.setInt(1, revisions.upgradeScript(revision).checksum());
            statement.setInt(2, row.getInstalledRank());
            statement.execute();
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
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
