package derrick.migrations.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The table in which Flyway keeps what it did. Its times have no zone: they are in that of the session, as written. */
record HistoryTable(DataSource dataSource) {
    /** What other schemas of the search path have is theirs. */
    private static final String EXISTS =
            "SELECT to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL";

    /** Tables that belong to an extension are nobody's but the extension's. */
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
     * What the table says.
     *
     * @param exists whether there is one
     * @param strangers whether there are tables instead that it does not tell of
     * @param rows what the rows say
     */
    record Content(boolean exists, boolean strangers, Rows rows) {
        SortedMap<Integer, HistoryRow> last() {
            return rows.last();
        }

        /** Whether a revision is in force; the ones below a baseline are. */
        boolean isApplied(Revision revision) {
            boolean itself = Optional.ofNullable(last().get(revision.number()))
                    .filter(HistoryRow::isApplied)
                    .isPresent();
            return itself
                    || last().tailMap(revision.number()).values().stream()
                            .anyMatch(later -> later.isBaseline() && later.isApplied());
        }
    }

    /**
     * What its rows say. Scripts that Flyway repeats have no version, and are none of a revision's business.
     *
     * @param last of each revision that was ever touched, by its number, the last row
     * @param foreign versions in force that no revision can have, each with its script
     */
    record Rows(SortedMap<Integer, HistoryRow> last, SortedMap<String, String> foreign) {
        private static Rows none() {
            return new Rows(new TreeMap<>(), new TreeMap<>());
        }

        private void add(String version, HistoryRow row) {
            if (row.number() > 0) {
                last.put(row.number(), row);
            } else if (row.isUndone()) {
                foreign.remove(version);
            } else if (!row.isBaseline() || version.matches(".*[1-9].*")) {
                foreign.put(version, row.script());
            }
        }
    }

    Content read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return says(statement, EXISTS)
                    ? new Content(true, false, rows(connection))
                    : new Content(false, says(statement, OTHER_TABLES), Rows.none());
        } catch (SQLException refused) {
            throw new HistoryUnreadable(refused);
        }
    }

    private static boolean says(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static Rows rows(Connection connection) throws SQLException {
        Rows rows = Rows.none();
        try (PreparedStatement statement = connection.prepareStatement(ROWS);
                ResultSet answer = statement.executeQuery()) {
            while (answer.next()) {
                rows.add(answer.getString("version"), HistoryRow.read(answer));
            }
        }
        return rows;
    }
}
