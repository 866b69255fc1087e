package derrick.migrations.backup;

import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Makes sure that a database is empty, but for the history of one at base. */
record EmptyDatabaseCheck(DataSource dataSource, Revisions revisions) {
    private static final int NAMES_TOLD = 3;

    /** The objects that are no part of another object or of an extension. */
    private static final String OBJECTS = """
            SELECT name
            FROM (
                SELECT 'pg_class'::regclass AS catalog, pg_class.oid AS oid, relname::text AS name, relnamespace AS home
                FROM pg_class
                WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                UNION ALL
                SELECT 'pg_type'::regclass, oid, typname::text, typnamespace
                FROM pg_type
                WHERE typtype IN ('e', 'd', 'r')
                UNION ALL
                SELECT 'pg_proc'::regclass, oid, proname || '()', pronamespace FROM pg_proc
            ) AS object
                JOIN pg_namespace ON pg_namespace.oid = home
            WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' AND name <> 'flyway_schema_history'
                AND NOT EXISTS (
                    SELECT FROM pg_depend WHERE classid = catalog AND objid = object.oid AND deptype IN ('a', 'e', 'i'))
            ORDER BY catalog, name
            """;

    /** @throws BackupRefused if the database is not empty; the message names the first objects */
    void require(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OBJECTS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        if (found.isEmpty()
                && new RevisionHistory(dataSource, revisions).status().state() != SchemaStatus.State.EMPTY) {
            found.add("flyway_schema_history");
        }
        if (!found.isEmpty()) {
            throw new BackupRefused(
                    "the database is not empty: it has %s; restore into a new one, or run 'derrick downgrade base'"
                            .formatted(told(found)));
        }
    }

    private static String told(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMES_TOLD, names.size())));
        return names.size() > NAMES_TOLD ? first + " and %d more".formatted(names.size() - NAMES_TOLD) : first;
    }
}
