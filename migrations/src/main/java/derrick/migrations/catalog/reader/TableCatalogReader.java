package derrick.migrations.catalog.reader;

import static derrick.migrations.catalog.reader.CatalogQuery.list;
import static derrick.migrations.catalog.reader.CatalogQuery.text;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads tables with their parts. Partitions that partition maintenance creates are left out. */
final class TableCatalogReader {
    /** The suffix of a partition that maintenance names after its parent and a day or month. */
    private static final Pattern DATE = Pattern.compile("_\\d{4}_?\\d{2}(_?\\d{2})?\"?");

    private static final CatalogQuery TABLES = new CatalogQuery("""
            SELECT
                pg_class.oid::regclass::text AS name,
                relpersistence = 'u' AS unlogged,
                CASE WHEN relispartition THEN (
                    SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = pg_class.oid) END AS parent,
                pg_get_expr(relpartbound, pg_class.oid) AS bounds,
                CASE WHEN NOT relispartition THEN ARRAY(
                    SELECT inhparent::regclass::text FROM pg_inherits
                    WHERE inhrelid = pg_class.oid ORDER BY inhseqno) END AS inherits,
                pg_get_partkeydef(pg_class.oid) AS partition_key,
                (
                    SELECT string_agg(option, ', ' ORDER BY option)
                    FROM (
                        SELECT unnest(reloptions)
                        UNION ALL
                        SELECT 'toast.' || unnest(toast.reloptions) FROM pg_class AS toast
                        WHERE toast.oid = pg_class.reltoastrelid
                    ) AS options (option)
                    WHERE option ~ '^(toast\\.)?(fillfactor|toast_tuple_target|parallel_workers|user_catalog_table'
                        '|(log_)?autovacuum_\\w+|vacuum_(index_cleanup|truncate|max_eager_freeze_failure_rate))='
                ) AS storage,
                nullif(concat_ws(
                    ', ',
                    'USING ' || (SELECT quote_ident(amname) FROM pg_am WHERE pg_am.oid = relam AND amname <> 'heap'),
                    'TABLESPACE ' || (SELECT quote_ident(spcname) FROM pg_tablespace WHERE oid = reltablespace),
                    'OF ' || nullif(reloftype, 0)::regtype), '') AS placement,
                obj_description(pg_class.oid, 'pg_class') AS comment
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind IN ('r', 'p') AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                AND pg_class.oid IS DISTINCT FROM to_regclass('flyway_schema_history')
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            ORDER BY nspname COLLATE "C", relname COLLATE "C"
            """);

    private TableCatalogReader() {}

    static Map<String, Table> read(Connection connection, Map<String, List<Index>> indexes) throws SQLException {
        Map<String, List<Column>> columns = TableDetails.columns(connection);
        Map<String, List<Constraint>> constraints = TableDetails.constraints(connection);
        Map<String, List<Trigger>> triggers = TableDetails.triggers(connection);
        Map<String, Table> tables = TABLES.byName(connection, row -> {
            String name = row.getString("name");
            return new Table(
                    name,
                    row.getBoolean("unlogged"),
                    partitionOf(row),
                    list(row, "inherits"),
                    text(row, "partition_key"),
                    text(row, "storage"),
                    text(row, "placement"),
                    text(row, "comment"),
                    columns.getOrDefault(name, List.of()),
                    constraints.getOrDefault(name, List.of()),
                    indexes.getOrDefault(name, List.of()),
                    triggers.getOrDefault(name, List.of()));
        });
        return withOwnParts(tables);
    }

    private static Optional<Table.PartitionOf> partitionOf(ResultSet row) throws SQLException {
        Optional<String> bounds = text(row, "bounds");
        return text(row, "parent").map(parent -> new Table.PartitionOf(parent, bounds.orElse("")));
    }

    /** Leaves out partitions of maintenance, and inherited columns that equal the parent's. */
    private static Map<String, Table> withOwnParts(Map<String, Table> all) {
        Map<String, Table> kept = new LinkedHashMap<>();
        all.values().stream()
                .filter(table -> !isCreatedByMaintenance(table, all))
                .forEach(table -> {
                    Predicate<Column> own = column -> !column.inherited() || differsFromParents(column, table, all);
                    kept.put(
                            table.name(),
                            table.withColumns(
                                    table.columns().stream().filter(own).toList()));
                });
        return kept;
    }

    private static boolean isCreatedByMaintenance(Table table, Map<String, Table> all) {
        return table.partitionOf()
                .map(partition -> isNamedByDate(partition.parent(), table.name())
                        || Optional.ofNullable(all.get(partition.parent()))
                                .filter(parent -> isCreatedByMaintenance(parent, all))
                                .isPresent())
                .orElse(false);
    }

    private static boolean isNamedByDate(String parent, String name) {
        String start = parent.endsWith("\"") ? parent.substring(0, parent.length() - 1) : parent;
        return name.startsWith(start)
                && DATE.matcher(name.substring(start.length())).matches();
    }

    private static boolean differsFromParents(Column column, Table table, Map<String, Table> all) {
        List<String> parents = table.partitionOf()
                .map(partition -> List.of(partition.parent()))
                .orElse(table.inherits());
        return column.comment().isPresent()
                || parents.stream()
                        .flatMap(parent -> Optional.ofNullable(all.get(parent)).stream())
                        .flatMap(parent -> parent.columns().stream())
                        .filter(above -> above.name().equals(column.name()))
                        .noneMatch(above -> equalsParent(column, above));
    }

    /** Compares an inherited column with the parent's; the sequence of an identity column is the parent's only. */
    private static boolean equalsParent(Column column, Column parent) {
        boolean identity = parent.defaultValue() instanceof ColumnDefault.Identity;
        return column.nullable() == parent.nullable()
                && (identity || column.defaultValue().equals(parent.defaultValue()))
                && column.collation().equals(parent.collation());
    }
}
