package derrick.migrations.backup;

import derrick.migrations.backup.TableDefinition.QualifiedName;
import derrick.migrations.postgres.JdbcQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Queries the tables and sequences of a database, except those of extensions. The tables do not come from {@link
 * derrick.migrations.catalog.Catalog}, which leaves out some that a backup must save: the history table, the schema
 * {@code derrick_legacy} and the partitions that maintenance creates.
 */
record CatalogQueries(Connection connection) {
    /**
     * Sets fixed formats of values, with full precision of floats, so that they do not depend on settings of the role;
     * qualifies names in the output; and disables timeouts.
     */
    static final String TRANSACTION_SETTINGS = """
            SET LOCAL search_path = pg_catalog;
            SET LOCAL check_function_bodies = off;
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL statement_timeout = 0;
            SET LOCAL idle_in_transaction_session_timeout = 0;
            """;

    static final String HISTORY_TABLE = "flyway_schema_history";

    private static final String NO_SYSTEM_OBJECT = """
            nspname <> 'information_schema' AND nspname !~ '^pg_'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            """;

    private static final String TABLES = """
            SELECT pg_class.oid, nspname, relname, pg_get_partkeydef(pg_class.oid)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND
            """ + NO_SYSTEM_OBJECT + " ORDER BY nspname, relname";

    static final String READABLE_TABLES = """
            SELECT format('%I.%I', nspname, relname)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind IN ('r', 'p') AND NOT relispartition
                AND has_schema_privilege(pg_namespace.oid, 'USAGE') AND has_table_privilege(pg_class.oid, 'SELECT')
                AND
            """ + NO_SYSTEM_OBJECT;

    private static final String COLUMNS = """
            SELECT attname
            FROM pg_attribute
            WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum
            """;

    private static final String PARTITIONS = """
            SELECT
                part_schema.nspname, part.relname, parent_schema.nspname, parent.relname,
                pg_get_expr(part.relpartbound, part.oid), pg_get_partkeydef(part.oid)
            FROM pg_partition_tree(?) AS tree
                JOIN pg_class AS part ON part.oid = tree.relid
                JOIN pg_namespace AS part_schema ON part_schema.oid = part.relnamespace
                JOIN pg_class AS parent ON parent.oid = tree.parentrelid
                JOIN pg_namespace AS parent_schema ON parent_schema.oid = parent.relnamespace
            ORDER BY tree.level, part_schema.nspname, part.relname
            """;

    private static final String SEQUENCES = """
            SELECT nspname, relname
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind = 'S' AND
            """ + NO_SYSTEM_OBJECT + " ORDER BY nspname, relname";

    private static final String MATERIALIZED_VIEWS = """
            SELECT format('%I.%I', nspname, relname)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind = 'm' AND relispopulated AND
            """ + NO_SYSTEM_OBJECT + " ORDER BY pg_class.oid";

    /** Returns all tables that are not partitions, with their columns except generated ones. */
    List<TableDefinition> tables() throws SQLException {
        return JdbcQuery.list(connection, TABLES, row -> {
            long table = row.getLong(1);
            return new TableDefinition(
                    new QualifiedName(row.getString(2), row.getString(3)),
                    JdbcQuery.texts(connection, COLUMNS, table),
                    Optional.ofNullable(row.getString(4)),
                    JdbcQuery.list(connection, PARTITIONS, CatalogQueries::partition, table));
        });
    }

    private static TableDefinition.Partition partition(ResultSet row) throws SQLException {
        return new TableDefinition.Partition(
                new QualifiedName(row.getString(1), row.getString(2)),
                new QualifiedName(row.getString(3), row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)));
    }

    /** Returns all sequences. */
    List<QualifiedName> sequences() throws SQLException {
        return JdbcQuery.list(connection, SEQUENCES, row -> new QualifiedName(row.getString(1), row.getString(2)));
    }

    Manifest.SequencePosition position(QualifiedName sequence) throws SQLException {
        return JdbcQuery.list(
                        connection,
                        "SELECT last_value, is_called FROM " + sequence.sql(),
                        row -> new Manifest.SequencePosition(sequence, row.getLong(1), row.getBoolean(2)))
                .get(0);
    }

    /** Returns the populated materialized views in order of creation. */
    List<String> materializedViews() throws SQLException {
        return JdbcQuery.texts(connection, MATERIALIZED_VIEWS);
    }

    /** Returns the number of rows of a table. */
    long count(TableDefinition table) throws SQLException {
        String rows = "SELECT count(*) FROM (%s) AS all_rows".formatted(table.query());
        return Long.parseLong(JdbcQuery.text(connection, rows).orElseThrow());
    }
}
