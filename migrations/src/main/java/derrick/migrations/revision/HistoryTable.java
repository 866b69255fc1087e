package derrick.migrations.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The table flyway_schema_history. Its timestamps have no zone; the connections of Derrick write and read them in UTC.
 */
record HistoryTable(DataSource dataSource) {
    /** A history of another schema on the search path does not count. */
    private static final String EXISTS =
            "SELECT to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL";

    /** Tables of extensions do not count. */
    private static final String OTHER_TABLES = """
            SELECT EXISTS (
                SELECT
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE nspname = current_schema()
                    AND relkind IN ('r', 'p')
                    AND NOT EXISTS (
                        SELECT
                        FROM pg_depend
                        WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'))
            """;

    private static final String ROWS = """
            SELECT
                version, CASE WHEN version ~ '^[0-9]{1,9}$' THEN version::integer END AS number,
                description, type, script, checksum, installed_by,
                installed_on AT TIME ZONE 'UTC' AS installed_on, execution_time, success
            FROM flyway_schema_history
            WHERE version IS NOT NULL
            ORDER BY installed_rank
            """;

    /**
     * The content of the table.
     *
     * @param exists true if the table exists
     * @param unmanagedTables true if the table does not exist, but others do
     * @param rows empty if the table does not exist
     */
    record HistoryContent(boolean exists, boolean unmanagedTables, Rows rows) {
        SortedMap<Integer, Row> lastRows() {
            return rows.last();
        }

        /** True if a revision is applied. Those below a baseline are. */
        boolean isApplied(Revision revision) {
            boolean itself = Optional.ofNullable(lastRows().get(revision.number()))
                    .filter(Row::isApplied)
                    .isPresent();
            return itself
                    || lastRows().tailMap(revision.number()).values().stream()
                            .anyMatch(later -> later.isBaseline() && later.isApplied());
        }
    }

    /**
     * The rows of revisions. Repeatable scripts have no version and are left out.
     *
     * @param last the last row of each revision, by number
     * @param foreign the applied versions that are no revision number, each with its script
     */
    record Rows(SortedMap<Integer, Row> last, SortedMap<String, String> foreign) {
        private static Rows none() {
            return new Rows(new TreeMap<>(), new TreeMap<>());
        }

        private void add(String version, Row row) {
            if (row.number() > 0) {
                last.put(row.number(), row);
            } else if (row.isUndone()) {
                foreign.remove(version);
            } else if (!row.isBaseline() || version.matches(".*[1-9].*")) {
                foreign.put(version, row.script());
            }
        }
    }

    HistoryContent read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return isTrue(statement, EXISTS)
                    ? new HistoryContent(true, false, rows(connection))
                    : new HistoryContent(false, isTrue(statement, OTHER_TABLES), Rows.none());
        } catch (SQLException failure) {
            throw new HistoryUnreadable(failure);
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static Rows rows(Connection connection) throws SQLException {
        Rows rows = Rows.none();
        try (PreparedStatement statement = connection.prepareStatement(ROWS);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(result.getString("version"), Row.read(result));
            }
        }
        return rows;
    }

    /**
     * A row of flyway_schema_history.
     *
     * @param number the revision number; 0 if the version is none
     */
    record Row(
            int number,
            String description,
            String type,
            String script,
            Optional<Integer> checksum,
            String installedBy,
            Instant installedOn,
            int executionMillis,
            boolean success) {
        static Row read(ResultSet result) throws SQLException {
            return new Row(
                    result.getInt("number"),
                    result.getString("description"),
                    result.getString("type"),
                    result.getString("script"),
                    Optional.ofNullable(result.getObject("checksum", Integer.class)),
                    result.getString("installed_by"),
                    result.getObject("installed_on", OffsetDateTime.class).toInstant(),
                    result.getInt("execution_time"),
                    result.getBoolean("success"));
        }

        /** True if the revision is applied. One whose downgrade failed still is, at least in part. */
        boolean isApplied() {
            return (success || isDowngrade()) && !isUndone();
        }

        /** True for a downgrade script. Only those that failed have a row. */
        boolean isDowngrade() {
            return Direction.DOWN.isOf(script);
        }

        /** True if the row undoes a revision: Flyway writes DELETE, its paid edition UNDO_SQL. */
        boolean isUndone() {
            return type.equals("DELETE") || type.startsWith("UNDO_");
        }

        /** True for a baseline: a revision that the schema had before the history began. */
        boolean isBaseline() {
            return type.endsWith("BASELINE");
        }

        /** Returns the revision as recorded, for one whose script is missing. */
        Revision revision() {
            return new Revision(number, description.toLowerCase(Locale.ROOT).replaceAll("\\W+", "_"));
        }
    }
}
