package derrick.migrations.catalog.reader;

import static derrick.migrations.catalog.reader.CatalogQuery.list;
import static derrick.migrations.catalog.reader.CatalogQuery.text;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Sequence;
import derrick.migrations.catalog.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Reads the catalog of a database, without the system schemas. The search path is set to the current schema alone:
 * PostgreSQL then qualifies the names of all other schemas, so that the definitions of two databases can be compared.
 */
public final class CatalogReader {
    private static final CatalogQuery VIEWS = new CatalogQuery("""
            SELECT
                pg_class.oid::regclass::text AS name,
                relkind = 'm' AS materialized,
                pg_get_viewdef(pg_class.oid, true) AS definition,
                (
                    SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(reloptions) AS option
                    WHERE option ~ '^(security_barrier|security_invoker|check_option|fillfactor|parallel_workers'
                        '|toast_tuple_target|(log_)?autovacuum_\\w+|vacuum_(index_cleanup|truncate))='
                ) AS options,
                obj_description(pg_class.oid, 'pg_class') AS comment
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relkind IN ('v', 'm') AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            ORDER BY nspname COLLATE "C", relname COLLATE "C"
            """);

    /** Sequences, except those of identity and serial columns. */
    private static final CatalogQuery SEQUENCES = new CatalogQuery("""
            SELECT
                pg_class.oid::regclass::text AS name,
                relpersistence = 'u' AS unlogged,
                concat(
                    format_type(seqtypid, NULL), ' START ', seqstart, ' INCREMENT ', seqincrement, ' MINVALUE ', seqmin,
                    ' MAXVALUE ', seqmax, ' CACHE ', seqcache, CASE WHEN seqcycle THEN ' CYCLE' END) AS definition,
                owner.refobjid::regclass || '.' || quote_ident(attname) AS owner,
                obj_description(pg_class.oid, 'pg_class') AS comment
            FROM pg_class
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                JOIN pg_sequence ON seqrelid = pg_class.oid
                LEFT JOIN pg_depend AS owner ON owner.classid = 'pg_class'::regclass AND owner.objid = pg_class.oid
                    AND owner.refclassid = 'pg_class'::regclass AND owner.deptype = 'a'
                LEFT JOIN pg_attribute ON attrelid = owner.refobjid AND attnum = owner.refobjsubid
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype IN ('i', 'e'))
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_attrdef'::regclass AND objid = pg_attrdef.oid
                        AND refclassid = 'pg_class'::regclass AND refobjid = pg_class.oid)
            ORDER BY nspname COLLATE "C", relname COLLATE "C"
            """);

    private static final CatalogQuery ENUMS = new CatalogQuery("""
            SELECT
                pg_type.oid::regtype::text AS name,
                ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = pg_type.oid ORDER BY enumsortorder)
                    AS labels,
                obj_description(pg_type.oid, 'pg_type') AS comment
            FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
            WHERE typtype = 'e' AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_type'::regclass AND objid = pg_type.oid AND deptype = 'e')
            ORDER BY nspname COLLATE "C", typname COLLATE "C"
            """);

    /** Functions; PostgreSQL always qualifies their names. Those of range types are created with the type. */
    private static final CatalogQuery FUNCTIONS = new CatalogQuery("""
            SELECT
                pg_proc.oid::regprocedure::text AS name,
                CASE WHEN nspname = current_schema()
                    THEN regexp_replace(
                        pg_get_functiondef(pg_proc.oid), '^(CREATE OR REPLACE [A-Z]+ )("[^"]*"|[^".]*)[.]', E'\\\\1')
                    ELSE pg_get_functiondef(pg_proc.oid) END AS definition,
                obj_description(pg_proc.oid, 'pg_proc') AS comment
            FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
            WHERE prokind <> 'a' AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype IN ('e', 'i'))
            ORDER BY nspname COLLATE "C", proname COLLATE "C", name
            """);

    private static final CatalogQuery INDEXES = new CatalogQuery("""
            SELECT
                indrelid::regclass::text AS table_name,
                pg_class.relname AS name,
                pg_get_indexdef(indexrelid, 0, true) AS definition,
                indisvalid AS valid,
                obj_description(indexrelid, 'pg_class') AS comment,
                CASE WHEN pg_class.relkind = 'I' THEN ARRAY(
                    SELECT unnest(ARRAY[child.indrelid::regclass::text, leaf.relname])
                    FROM pg_partition_tree(pg_class.oid)
                        JOIN pg_index AS child ON child.indexrelid = relid
                        JOIN pg_class AS leaf ON leaf.oid = relid
                    WHERE isleaf AND level > 0) END AS partitions
            FROM pg_index
                JOIN pg_class ON pg_class.oid = indexrelid
                JOIN pg_class AS owner ON owner.oid = indrelid
                JOIN pg_namespace ON pg_namespace.oid = owner.relnamespace
            WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND owner.relkind IN ('r', 'p', 'm')
                AND NOT pg_class.relispartition
                AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            ORDER BY owner.relname COLLATE "C", pg_class.relname COLLATE "C"
            """);

    private CatalogReader() {}

    /**
     * Reads a database in one read-only snapshot.
     *
     * @throws CatalogUnreadable if the database cannot be reached, or the role lacks a privilege
     */
    public static Catalog read(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection);
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /** Reads a database through an open connection, which must not be in a transaction. */
    public static Catalog read(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            Catalog catalog = within(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return catalog;
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /** Reads a database as the current transaction sees it. Changes the search path until the transaction ends. */
    public static Catalog within(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            // JIT compilation takes longer than the queries.
            statement.execute("SET LOCAL jit = off");
            statement.execute("SELECT set_config('search_path', quote_ident(current_schema()), true)");
            return readAll(connection);
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    private static Catalog readAll(Connection connection) throws SQLException {
        Map<String, List<Index>> indexes = indexes(connection);
        return new Catalog(
                ENUMS.byName(
                        connection,
                        row -> new EnumType(row.getString("name"), list(row, "labels"), text(row, "comment"))),
                SEQUENCES.byName(
                        connection,
                        row -> new Sequence(
                                row.getString("name"),
                                row.getBoolean("unlogged"),
                                row.getString("definition"),
                                text(row, "owner"),
                                text(row, "comment"))),
                FUNCTIONS.byName(
                        connection,
                        row -> new Routine(row.getString("name"), row.getString("definition"), text(row, "comment"))),
                TableCatalogReader.read(connection, indexes),
                VIEWS.byName(
                        connection,
                        row -> new View(
                                row.getString("name"),
                                row.getBoolean("materialized"),
                                CatalogQuery.normalized(row.getString("definition")),
                                text(row, "options"),
                                text(row, "comment"),
                                indexes.getOrDefault(row.getString("name"), List.of()))),
                OtherObjectReader.of(connection),
                OtherObjectReader.grants(connection),
                DependencyReader.read(connection));
    }

    private static Map<String, List<Index>> indexes(Connection connection) throws SQLException {
        return INDEXES.byTable(
                connection,
                row -> new Index(
                        row.getString("name"),
                        CatalogQuery.normalized(row.getString("definition")),
                        row.getBoolean("valid"),
                        text(row, "comment"),
                        partitions(row)));
    }

    private static Map<String, String> partitions(ResultSet row) throws SQLException {
        Map<String, String> partitions = new TreeMap<>();
        Iterator<String> names = list(row, "partitions").iterator();
        while (names.hasNext()) {
            partitions.put(names.next(), names.next());
        }
        return partitions;
    }
}
