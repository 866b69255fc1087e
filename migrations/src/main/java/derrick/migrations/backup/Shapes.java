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

    private static final String LEFT_OUT = """
            SELECT pg_describe_object(catalog, object, 0)
            FROM (
                SELECT 'pg_class'::regclass, oid, relnamespace FROM pg_class WHERE relkind = 'f'
                UNION ALL
                SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc WHERE prokind = 'a'
                UNION ALL
                SELECT 'pg_operator'::regclass, oid, oprnamespace FROM pg_operator
                UNION ALL
                SELECT 'pg_statistic_ext'::regclass, oid, stxnamespace FROM pg_statistic_ext
                UNION ALL
                SELECT 'pg_ts_config'::regclass, oid, cfgnamespace FROM pg_ts_config
                UNION ALL
                SELECT 'pg_collation'::regclass, oid, collnamespace FROM pg_collation
                UNION ALL
                SELECT 'pg_rewrite'::regclass, pg_rewrite.oid, relnamespace
                FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class
                WHERE rulename <> '_RETURN'
                UNION ALL
                SELECT 'pg_event_trigger'::regclass, oid, 2200::oid FROM pg_event_trigger
                UNION ALL
                SELECT 'pg_publication'::regclass, oid, 2200::oid FROM pg_publication
            ) AS left_out (catalog, object, home)
                JOIN pg_namespace ON pg_namespace.oid = home
            WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
                AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = catalog AND objid = object AND deptype = 'e')
            ORDER BY 1
            """;

    /** Makes an object of a row. */
    @FunctionalInterface
    interface Mapper<T> {
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

    /** What only pg_dump can take along, each with its kind. */
    List<String> leftOut() throws SQLException {
        return list(LEFT_OUT, Optional.empty(), row -> row.getString(1));
    }

    /** Whether there are values that are in no table. */
    boolean hasLargeObjects() throws SQLException {
        return text("SELECT EXISTS (SELECT FROM pg_largeobject_metadata)").equals("t");
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

    /** What a query answers, of a table if it has a place for one. */
    <T> List<T> list(String query, Optional<Long> table, Mapper<T> mapper) throws SQLException {
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

    /** Runs a statement, and undoes it if the server refuses; why it does. */
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

    /** Runs a statement that answers nothing. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
