package derrick.migrations.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Queries for the tables and sequences of a database; those of extensions are left out. */
record CatalogQueries(Connection connection) {
    /**
     * Makes values come and go in a form that does not depend on the role's settings, floats with every bit, and names
     * with their schema. Nothing ends for taking long.
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

    /** Makes an object of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** All tables that are no partitions, with the columns that are not generated. */
    List<TableDefinition> tables() throws SQLException {
        return list(TABLES, row -> {
            OptionalLong table = OptionalLong.of(row.getLong(1));
            return new TableDefinition(
                    new QualifiedName(row.getString(2), row.getString(3)),
                    list(COLUMNS, table, column -> column.getString(1)),
                    Optional.ofNullable(row.getString(4)),
                    list(PARTITIONS, table, CatalogQueries::partition));
        });
    }

    private static TableDefinition.Partition partition(ResultSet row) throws SQLException {
        return new TableDefinition.Partition(
                new QualifiedName(row.getString(1), row.getString(2)),
                new QualifiedName(row.getString(3), row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)));
    }

    /** All sequences. */
    List<QualifiedName> sequences() throws SQLException {
        return list(SEQUENCES, row -> new QualifiedName(row.getString(1), row.getString(2)));
    }

    Manifest.Sequence position(QualifiedName sequence) throws SQLException {
        return list(
                        "SELECT last_value, is_called FROM " + sequence.sql(),
                        row -> new Manifest.Sequence(sequence, row.getLong(1), row.getBoolean(2)))
                .get(0);
    }

    /** The materialized views that hold rows, in the order in which they were made. */
    List<String> materializedViews() throws SQLException {
        return texts(MATERIALIZED_VIEWS);
    }

    /** How many rows a table has. */
    long count(TableDefinition table) throws SQLException {
        String rows = "SELECT count(*) FROM (%s) AS all_rows".formatted(table.query());
        return list(rows, row -> row.getLong(1)).get(0);
    }

    /** The one text that a query returns. */
    String text(String query) throws SQLException {
        return texts(query).get(0);
    }

    /** The texts that a query returns, one in each row. */
    List<String> texts(String query) throws SQLException {
        return list(query, row -> row.getString(1));
    }

    /** The rows of a query that returns two texts in each. */
    List<Map.Entry<String, String>> pairs(String query) throws SQLException {
        return list(query, row -> Map.entry(row.getString(1), row.getString(2)));
    }

    /** What a query returns. */
    <T> List<T> list(String query, Mapper<T> mapper) throws SQLException {
        return list(query, OptionalLong.empty(), mapper);
    }

    private <T> List<T> list(String query, OptionalLong table, Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (table.isPresent()) {
                statement.setLong(1, table.getAsLong());
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> objects = new ArrayList<>();
                while (rows.next()) {
                    objects.add(mapper.map(rows));
                }
                return objects;
            }
        }
    }

    /** Runs a statement; if the server refuses it, undoes it and returns the reason. */
    Optional<String> refusal(String sql) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            run(sql);
            connection.releaseSavepoint(savepoint);
            return Optional.empty();
        } catch (SQLException refused) {
            connection.rollback(savepoint);
            return String.valueOf(refused.getMessage()).lines().findFirst();
        }
    }

    /** Runs a statement that returns nothing. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
