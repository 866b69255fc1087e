package derrick.migrations.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of flyway_schema_history.
 *
 * @param number that of the revision; 0 for a version that no revision can have
 */
record HistoryRow(
        int number,
        String description,
        String type,
        String script,
        Optional<Integer> checksum,
        String installedBy,
        Instant installedOn,
        int executionMillis,
        boolean success) {
    static HistoryRow read(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getInt("number"),
                row.getString("description"),
                row.getString("type"),
                row.getString("script"),
                Optional.ofNullable(row.getObject("checksum", Integer.class)),
                row.getString("installed_by"),
                row.getObject("installed_on", OffsetDateTime.class).toInstant(),
                row.getInt("execution_time"),
                row.getBoolean("success"));
    }

    /** A revision whose way back broke off is still there, if only in part. */
    boolean isApplied() {
        return (success || leadsBack()) && !isUndone();
    }

    /** Whether the row speaks of a script that leads back; there are such rows only of those that broke off. */
    boolean leadsBack() {
        return Direction.DOWN.isOf(script);
    }

    /** Flyway takes a revision out of force by a row of type DELETE; its paid edition writes UNDO_SQL. */
    boolean isUndone() {
        return type.equals("DELETE") || type.startsWith("UNDO_");
    }

    /** A baseline stands for a revision that was there before the history began, with or without a script. */
    boolean isBaseline() {
        return type.endsWith("BASELINE");
    }

    /** The revision as the history remembers it, for one that has no script any more. */
    Revision revision() {
        return new Revision(number, description.toLowerCase(Locale.ROOT).replaceAll("\\W+", "_"));
    }
}
