package derrick.migrations.catalog.reader;

import static derrick.migrations.catalog.reader.CatalogQuery.list;
import static derrick.migrations.catalog.reader.CatalogQuery.text;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Trigger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the parts of tables by the names of the tables. Inherited parts are left out, except columns. */
final class TableDetails {
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

    private static final CatalogQuery INDEXES = new CatalogQuery("""
            SELECT
                indrelid::regclass::text AS table_name,
                pg_class.relname AS name,
                pg_get_indexdef(indexrelid, 0, true) AS definition,
                indisvalid AS valid,
                obj_description(indexrelid, 'pg_class') AS comment,
                CASE WHEN pg_class.relkind = 'I' THEN ARRAY(
                    SELECT unnest(ARRAY[share.indrelid::regclass::text, leaf.relname])
                    FROM pg_partition_tree(pg_class.oid)
                        JOIN pg_index AS share ON share.indexrelid = relid
                        JOIN pg_class AS leaf ON leaf.oid = relid
                    WHERE isleaf AND level > 0) END AS shares
            FROM pg_index
                JOIN pg_class ON pg_class.oid = indexrelid
                JOIN pg_class AS owner ON owner.oid = indrelid
                JOIN pg_namespace ON pg_namespace.oid = owner.relnamespace
            WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND owner.relkind IN ('r', 'p', 'm')
                AND NOT pg_class.relispartition
                AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            ORDER BY owner.relname COLLATE "C", pg_class.relname COLLATE "C"
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

    private TableDetails() {}

    static Map<String, List<Column>> columns(Connection connection) throws SQLException {
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
                .map(NormalizedSql::sql)
                .<ColumnDefault>map(expression -> generated.isBlank()
                        ? new ColumnDefault.Default(expression)
                        : new ColumnDefault.Generated(expression, generated.equals("s")))
                .orElseGet(ColumnDefault.NoDefault::new);
    }

    static Map<String, List<Constraint>> constraints(Connection connection) throws SQLException {
        return CONSTRAINTS.byTable(
                connection,
                row -> new Constraint(
                        row.getString("name"),
                        Constraint.Type.of(row.getString("type")),
                        NormalizedSql.sql(row.getString("definition")),
                        row.getBoolean("validated"),
                        text(row, "comment")));
    }

    static Map<String, List<Index>> indexes(Connection connection) throws SQLException {
        return INDEXES.byTable(
                connection,
                row -> new Index(
                        row.getString("name"),
                        NormalizedSql.sql(row.getString("definition")),
                        row.getBoolean("valid"),
                        text(row, "comment"),
                        partitions(row)));
    }

    private static Map<String, String> partitions(ResultSet row) throws SQLException {
        Map<String, String> partitions = new TreeMap<>();
        Iterator<String> names = list(row, "shares").iterator();
        while (names.hasNext()) {
            partitions.put(names.next(), names.next());
        }
        return partitions;
    }

    static Map<String, List<Trigger>> triggers(Connection connection) throws SQLException {
        return TRIGGERS.byTable(
                connection,
                row -> new Trigger(
                        row.getString("name"),
                        NormalizedSql.sql(row.getString("definition")),
                        text(row, "firing"),
                        text(row, "comment")));
    }
}
