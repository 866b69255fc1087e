package derrick.migrations.backup;

import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Checks that a database has no objects, except the history table at base. */
record EmptyDatabaseCheck(DataSource dataSource, Revisions revisions) {
    private static final int MAX_NAMES = 3;

    /** Objects that belong to no other object and to no extension. */
    private static final String OBJECTS = """
            SELECT name
            FROM (
                SELECT 'pg_class'::regclass AS catalog, oid, relname::text AS name, relnamespace AS namespace
                FROM pg_class
                WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                UNION ALL
                SELECT 'pg_type'::regclass, oid, typname::text, typnamespace
                FROM pg_type
                WHERE typtype IN ('e', 'd', 'r')
                UNION ALL
                SELECT 'pg_proc'::regclass, oid, proname || '()', pronamespace FROM pg_proc
            ) AS object
                JOIN pg_namespace ON pg_namespace.oid = namespace
            WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' AND name <> 'flyway_schema_history'
                AND NOT EXISTS (
                    SELECT FROM pg_depend WHERE classid = catalog AND objid = object.oid AND deptype IN ('a', 'e', 'i'))
            ORDER BY catalog, name
            """;

    /** @throws BackupRefused if the database is not empty; the message names the first objects */
    void require(Connection connection) throws SQLException {
        List<String> found = JdbcQuery.texts(connection, OBJECTS);
        if (found.isEmpty()
                && new RevisionHistory(dataSource, revisions).status().state() != SchemaStatus.State.EMPTY) {
            found.add("flyway_schema_history");
        }
        if (!found.isEmpty()) {
            throw new BackupRefused(
                    "the database is not empty (%s); restore into an empty one, or run 'derrick downgrade base'"
                            .formatted(firstNames(found)));
        }
    }

    private static String firstNames(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())));
        return names.size() > MAX_NAMES ? first + " and %d more".formatted(names.size() - MAX_NAMES) : first;
    }
}
