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
    /** Tables that belong to an extension are nobody's but the extension's. */
    private static final String EXISTS = """
            SELECT
                coalesce(bool_or(relname = 'flyway_schema_history'), false),
                coalesce(bool_or(relname <> 'flyway_schema_history'), false)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = current_schema()
                AND relkind IN ('r', 'p')
                AND NOT EXISTS (
                    SELECT
                    FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            """;

    private static final String ROWS = """
            SELECT
                version::integer AS number, description, type, script, checksum, installed_by,
                installed_on AT TIME ZONE current_setting('TimeZone') AS installed_on, execution_time, success
            FROM flyway_schema_history
            WHERE version ~ '^[0-9]{1,9}$'
            ORDER BY installed_rank
            """;

    /**
     * What the table says.
     *
     * @param exists whether there is one
     * @param otherTables whether there are tables beside it
     * @param last of each revision that was ever touched, by its number, the last row
     */
    record Content(boolean exists, boolean otherTables, SortedMap<Integer, HistoryRow> last) {
        /** Whether a revision is in force; the ones below a baseline are. */
        boolean isApplied(Revision revision) {
            boolean itself = Optional.ofNullable(last.get(revision.number()))
                    .filter(HistoryRow::isApplied)
                    .isPresent();
            return itself
                    || last.tailMap(revision.number()).values().stream()
                            .anyMatch(later -> later.isBaseline() && later.isApplied());
        }
    }

    Content read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(EXISTS)) {
            answer.next();
            boolean exists = answer.getBoolean(1);
            return new Content(exists, answer.getBoolean(2), exists ? last(connection) : new TreeMap<>());
        } catch (SQLException refused) {
            throw new HistoryUnreadable(refused);
        }
    }

    private static SortedMap<Integer, HistoryRow> last(Connection connection) throws SQLException {
        SortedMap<Integer, HistoryRow> last = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ROWS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                HistoryRow row = HistoryRow.read(rows);
                last.put(row.number(), row);
            }
        }
        return last;
    }
}
