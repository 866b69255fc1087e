package derrick.migrations.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the catalogs which tables and sequences a database has; those of extensions are the extensions'. */
record Shapes(Connection connection) {
    /** Whose schema is nobody's of PostgreSQL's own. */
    private static final String OURS = """
            nspname <> 'information_schema' AND nspname !~ '^pg_'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            """;

    private static final String TABLES = """
            SELECT pg_class.oid, nspname, relname, pg_get_partkeydef(pg_class.oid)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND
            """ + OURS + " ORDER BY nspname, relname";

    private static final String COLUMNS = """
            SELECT attname, format_type(atttypid, atttypmod)
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
            """ + OURS + " ORDER BY nspname, relname";

    private static final String MATERIALIZED_VIEWS = """
            SELECT format('%I.%I', nspname, relname)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind = 'm' AND relispopulated AND
            """ + OURS + " ORDER BY pg_class.oid";

    /** Makes an object of a row. */
    @FunctionalInterface
    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** All tables that are no partitions of others. */
    List<TableShape> tables() throws SQLException {
        return list(TABLES, Optional.empty(), row -> {
            Optional<Long> table = Optional.of(row.getLong(1));
            return new TableShape(
                    new QualifiedName(row.getString(2), row.getString(3)),
                    list(COLUMNS, table, column -> new TableShape.Column(column.getString(1), column.getString(2))),
                    Optional.ofNullable(row.getString(4)),
                    list(PARTITIONS, table, Shapes::partition));
        });
    }

    private static TableShape.Partition partition(ResultSet row) throws SQLException {
        return new TableShape.Partition(
                new QualifiedName(row.getString(1), row.getString(2)),
                new QualifiedName(row.getString(3), row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)));
    }

    /** All sequences, and how far each has got by now. */
    List<SavedSequence> sequences() throws SQLException {
        List<QualifiedName> names =
                list(SEQUENCES, Optional.empty(), row -> new QualifiedName(row.getString(1), row.getString(2)));
        List<SavedSequence> sequences = new ArrayList<>();
        for (QualifiedName name : names) {
            sequences.addAll(list(
                    "SELECT last_value, is_called FROM " + name.sql(),
                    Optional.empty(),
                    row -> new SavedSequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** The materialized views that hold rows, each after those that it may be made of. */
    List<String> materializedViews() throws SQLException {
        return list(MATERIALIZED_VIEWS, Optional.empty(), row -> row.getString(1));
    }

    /** How many rows a table has. */
    long count(TableShape table) throws SQLException {
        String rows = "SELECT count(*) FROM (%s) AS all_rows".formatted(table.query());
        return list(rows, Optional.empty(), row -> row.getLong(1)).get(0);
    }

    /** One text that the server answers. */
    String text(String query) throws SQLException {
        return list(query, Optional.empty(), row -> row.getString(1)).get(0);
    }

    /** The rows of an answer that has two texts in each. */
    List<Map.Entry<String, String>> pairs(String query) throws SQLException {
        return list(query, Optional.empty(), row -> Map.entry(row.getString(1), row.getString(2)));
    }

    private <T> List<T> list(String query, Optional<Long> table, Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (table.isPresent()) {
                statement.setLong(1, table.get());
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

    /** Runs a statement that answers nothing. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
