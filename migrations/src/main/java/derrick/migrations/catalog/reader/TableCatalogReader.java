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

    private static final CatalogQuery COLUMNS = new CatalogQuery("""
            SELECT
                attrelid::regclass::text AS table_name,
                attname AS name,
                format_type(atttypid, atttypmod) AS type,
                NOT attnotnull AS nullable,
                pg_get_expr(adbin, adrelid, true) AS expression,
                attidentity AS identity,
                attgenerated AS generated,
                (
                    SELECT concat(
                        format_type(seqtypid, NULL), ' START ', seqstart, ' INCREMENT ', seqincrement, ' MINVALUE ',
                        seqmin, ' MAXVALUE ', seqmax, ' CACHE ', seqcache, CASE WHEN seqcycle THEN ' CYCLE' END)
                    FROM pg_depend JOIN pg_sequence ON seqrelid = objid
                    WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
                        AND refobjid = attrelid AND refobjsubid = attnum AND (deptype = 'i' OR deptype = 'a'
                            AND EXISTS (
                            SELECT FROM pg_depend AS counts
                            WHERE counts.classid = 'pg_attrdef'::regclass AND counts.objid = pg_attrdef.oid
                                AND counts.refclassid = 'pg_class'::regclass AND counts.refobjid = seqrelid))
                    ORDER BY objid
                    LIMIT 1
                ) AS sequence,
                CASE WHEN attcollation <> typcollation THEN attcollation::regcollation::text END AS collation,
                attinhcount > 0 AND (relispartition OR NOT attislocal) AS inherited,
                col_description(attrelid, attnum) AS comment
            FROM pg_attribute
                JOIN pg_class ON pg_class.oid = attrelid
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                JOIN pg_type ON pg_type.oid = atttypid
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND relkind IN ('r', 'p')
                AND attnum > 0 AND NOT attisdropped
            ORDER BY relname COLLATE "C", attnum
            """);

    /** Constraints without a parent; those of partitions have one. */
    private static final CatalogQuery CONSTRAINTS = new CatalogQuery("""
            SELECT
                conrelid::regclass::text AS table_name,
                conname AS name,
                contype AS type,
                regexp_replace(pg_get_constraintdef(pg_constraint.oid, true), ' NOT VALID$', '') AS definition,
                convalidated AS validated,
                obj_description(pg_constraint.oid, 'pg_constraint') AS comment
            FROM pg_constraint
                JOIN pg_class ON pg_class.oid = conrelid
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND relkind IN ('r', 'p')
                AND contype IN ('p', 'u', 'c', 'x', 'f') AND conparentid = 0 AND coninhcount = 0
            ORDER BY relname COLLATE "C", conname COLLATE "C"
            """);

    private static final CatalogQuery TRIGGERS = new CatalogQuery("""
            SELECT
                tgrelid::regclass::text AS table_name,
                tgname AS name,
                pg_get_triggerdef(pg_trigger.oid, true) AS definition,
                CASE tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS firing,
                obj_description(pg_trigger.oid, 'pg_trigger') AS comment
            FROM pg_trigger
                JOIN pg_class ON pg_class.oid = tgrelid
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND relkind IN ('r', 'p') AND tgparentid = 0
                AND NOT tgisinternal
            ORDER BY relname COLLATE "C", tgname COLLATE "C"
            """);

    private TableCatalogReader() {}

    static Map<String, Table> read(Connection connection, Map<String, List<Index>> indexes) throws SQLException {
        Map<String, List<Column>> columns = columns(connection);
        Map<String, List<Constraint>> constraints = constraints(connection);
        Map<String, List<Trigger>> triggers = triggers(connection);
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

    private static Map<String, List<Column>> columns(Connection connection) throws SQLException {
        return COLUMNS.byTable(
                connection,
                row -> new Column(
                        row.getString("name"),
                        row.getString("type"),
                        row.getBoolean("nullable"),
                        defaultValue(row),
                        text(row, "sequence"),
                        text(row, "collation"),
                        row.getBoolean("inherited"),
                        text(row, "comment")));
    }

    private static ColumnDefault defaultValue(ResultSet row) throws SQLException {
        String identity = row.getString("identity");
        if (!identity.isBlank()) {
            return new ColumnDefault.Identity(identity.equals("a"));
        }
        String generated = row.getString("generated");
        return text(row, "expression")
                .map(CatalogQuery::normalized)
                .<ColumnDefault>map(expression -> generated.isBlank()
                        ? new ColumnDefault.Default(expression)
                        : new ColumnDefault.Generated(expression, generated.equals("s")))
                .orElseGet(ColumnDefault.NoDefault::new);
    }

    private static Map<String, List<Constraint>> constraints(Connection connection) throws SQLException {
        return CONSTRAINTS.byTable(
                connection,
                row -> new Constraint(
                        row.getString("name"),
                        Constraint.Type.of(row.getString("type")),
                        CatalogQuery.normalized(row.getString("definition")),
                        row.getBoolean("validated"),
                        text(row, "comment")));
    }

    private static Map<String, List<Trigger>> triggers(Connection connection) throws SQLException {
        return TRIGGERS.byTable(
                connection,
                row -> new Trigger(
                        row.getString("name"),
                        CatalogQuery.normalized(row.getString("definition")),
                        text(row, "firing"),
                        text(row, "comment")));
    }

    private static Optional<Table.PartitionOf> partitionOf(ResultSet row) throws SQLException {
        Optional<String> bounds = text(row, "bounds");
        return text(row, "parent").map(parent -> new Table.PartitionOf(parent, bounds.orElse("")));
    }

    /** Leaves out partitions of maintenance, and inherited columns that equal the parent's. */
    private static Map<String, Table> withOwnParts(Map<String, Table> all) {
        Map<String, Table> remaining = new LinkedHashMap<>();
        all.values().stream()
                .filter(table -> !isCreatedByMaintenance(table, all))
                .forEach(table -> {
                    Predicate<Column> own = column -> !column.inherited() || differsFromParents(column, table, all);
                    remaining.put(
                            table.name(),
                            table.withColumns(
                                    table.columns().stream().filter(own).toList()));
                });
        return remaining;
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
                        .filter(other -> other.name().equals(column.name()))
                        .noneMatch(other -> equalsParent(column, other));
    }

    /** Compares an inherited column with the parent's; the sequence of an identity column is the parent's only. */
    private static boolean equalsParent(Column column, Column parent) {
        boolean identity = parent.defaultValue() instanceof ColumnDefault.Identity;
        return column.nullable() == parent.nullable()
                && (identity || column.defaultValue().equals(parent.defaultValue()))
                && column.collation().equals(parent.collation());
    }
}
