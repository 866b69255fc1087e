package derrick.migrations.run;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.run.plan.HistorySql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.NullFlywayTelemetryManager;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/**
 * Flyway's history table, opened under the migration lock. Reads the applied revisions and writes rows equal to those
 * that Flyway writes.
 *
 * @param connection the connection that holds the lock
 */
record FlywayHistory(SchemaHistory table, Connection connection, Revisions revisions) {
    /**
     * Runs work while holding Flyway's migration lock.
     *
     * <p>Throws what the work throws, even if Flyway fails afterwards for another reason.
     */
    static <T> T locked(Configuration settings, Revisions revisions, Function<FlywayHistory, T> work) {
        List<RuntimeException> failures = new ArrayList<>();
        try {
            return new FlywayExecutor(settings)
                    .execute(
                            (resolver, history, database, defaultSchema, schemas, callbacks, interceptor) ->
                                    history.lock(() -> {
                                        try {
                                            Connection connection =
                                                    database.getMainConnection().getJdbcConnection();
                                            MigrationSession.requireLock(connection);
                                            return work.apply(new FlywayHistory(history, connection, revisions));
                                        } catch (RuntimeException failure) {
                                            failures.add(failure);
                                            throw failure;
                                        }
                                    }),
                            false,
                            new NullFlywayTelemetryManager());
        } catch (FlywayException failure) {
            throw failures.stream().findFirst().orElseGet(() -> FlywayErrorTranslator.translate(failure));
        }
    }

    boolean exists() {
        return table.exists();
    }

    /** Creates the table on this connection. Flyway would create it in another transaction. */
    void create() {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HistorySql.TABLE);
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /** Returns the applied revisions above a number, newest first, each with its history row. */
    Map<Revision, AppliedMigration> appliedAbove(int number) {
        Map<Integer, AppliedMigration> rows = new TreeMap<>();
        MigrationVersion floor = MigrationVersion.fromVersion(String.valueOf(number));
        for (AppliedMigration row : table.allAppliedMigrations()) {
            if (row.getVersion() != null
                    && row.getVersion().getVersion().matches("\\d{1,9}")
                    && row.isSuccess()
                    && row.getVersion().compareTo(floor) > 0) {
                int revision = Integer.parseInt(row.getVersion().getVersion());
                if (row.getType().isUndo() || row.getType() == CoreMigrationType.DELETE) {
                    rows.remove(revision);
                } else {
                    rows.put(revision, row);
                }
            }
        }
        // Scripts are looked up only now: those of undone revisions may no longer exist.
        Map<Revision, AppliedMigration> applied = new TreeMap<>(Comparator.reverseOrder());
        rows.forEach((revision, row) -> applied.put(revisions.find(revision).orElseThrow(), row));
        return applied;
    }

    /** Deletes the rows of failed scripts of one direction, because they run again. Flyway stops at any such row. */
    void deleteFailed(Direction direction) {
        deleteFailed(direction == Direction.UP ? "V%" : "U%");
    }

    /** Deletes the rows of all failed scripts. */
    void deleteFailed() {
        deleteFailed("%");
    }

    private void deleteFailed(String scripts) {
        if (!exists()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM flyway_schema_history WHERE NOT success AND script LIKE ?")) {
            statement.setString(1, scripts);
            statement.execute();
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
        table.clearCache();
    }

    /** Adds the row that marks a revision as applied. */
    void addApplied(Revision revision) {
        Script script = revisions.upgradeScript(revision);
        table.addAppliedMigration(
                MigrationVersion.fromVersion(revision.id()),
                revision.description().replace('_', ' '),
                CoreMigrationType.SQL,
                script.file(),
                script.checksum(),
                0,
                true);
    }

    /** Adds the row of a downgrade script that failed outside a transaction. */
    void addFailed(AppliedMigration applied, Script downgrade, int millis) {
        table.addAppliedMigration(
                applied.getVersion(),
                applied.getDescription(),
                CoreMigrationType.SQL,
                downgrade.file(),
                downgrade.checksum(),
                millis,
                false);
    }

    /** Adds the row that marks an applied revision as undone. */
    void addUndone(AppliedMigration applied) {
        table.delete(applied);
    }

    /** Sets the checksum of a row to that of the script as it is now. Its role and time stay. */
    void updateChecksum(Revision revision, AppliedMigration row) {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE flyway_schema_history SET checksum = ? WHERE installed_rank = ?")) {
            statement.setInt(1, revisions.upgradeScript(revision).checksum());
            statement.setInt(2, row.getInstalledRank());
            statement.execute();
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }
}
