package derrick.migrations.catalog;

import static derrick.migrations.catalog.Query.text;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads the schema that a connection is in. The search path must hold that one alone: PostgreSQL then writes its names
 * without a qualifier, and the texts of two schemas compare.
 */
final class CatalogReader {
    private static final Query TABLES = new Query("""
            SELECT
                relname AS name,
                relpersistence = 'u' AS unlogged,
                pg_get_partkeydef(pg_class.oid) AS partition_key,
                (SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(reloptions) AS option) AS storage,
                obj_description(pg_class.oid, 'pg_class') AS comment
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = current_schema() AND relkind IN ('r', 'p') AND NOT relispartition
                AND relname <> 'flyway_schema_history'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            ORDER BY relname COLLATE "C"
            """);

    private static final Query VIEWS = new Query("""
            SELECT
                relname AS name,
                relkind = 'm' AS materialized,
                pg_get_viewdef(pg_class.oid, true) AS definition,
                (SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(reloptions) AS option) AS options,
                obj_description(pg_class.oid, 'pg_class') AS comment
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = current_schema() AND relkind IN ('v', 'm')
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            ORDER BY relname COLLATE "C"
            """);

    private static final Query SEQUENCES = new Query("""
            SELECT
                relname AS name,
                concat(
                    format_type(seqtypid, NULL), ' START ', seqstart, ' INCREMENT ', seqincrement, ' MINVALUE ', seqmin,
                    ' MAXVALUE ', seqmax, ' CACHE ', seqcache, CASE WHEN seqcycle THEN ' CYCLE' END) AS definition,
                obj_description(pg_class.oid, 'pg_class') AS comment
            FROM pg_class
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                JOIN pg_sequence ON seqrelid = pg_class.oid
            WHERE nspname = current_schema()
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype IN ('a', 'i', 'e'))
            ORDER BY relname COLLATE "C"
            """);

    private static final Query ENUMS = new Query("""
            SELECT
                typname AS name,
                ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = pg_type.oid ORDER BY enumsortorder)
                    AS labels,
                obj_description(pg_type.oid, 'pg_type') AS comment
            FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
            WHERE nspname = current_schema() AND typtype = 'e'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_type'::regclass AND objid = pg_type.oid AND deptype = 'e')
            ORDER BY typname COLLATE "C"
            """);

    /** PostgreSQL qualifies the name of a function, whatever the search path. Those of a range come with its type. */
    private static final Query FUNCTIONS = new Query("""
            SELECT
                proname || '(' || pg_get_function_identity_arguments(pg_proc.oid) || ')' AS name,
                regexp_replace(
                    pg_get_functiondef(pg_proc.oid),
                    '^(CREATE OR REPLACE [A-Z]+ )("[^"]*"|[^".]*)[.]',
                    E'\\\\1') AS definition,
                obj_description(pg_proc.oid, 'pg_proc') AS comment
            FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
            WHERE nspname = current_schema() AND prokind <> 'a'
                AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype IN ('e', 'i'))
            ORDER BY proname COLLATE "C", name
            """);

    private CatalogReader() {}

    static Catalog read(Connection connection) throws SQLException {
        Map<String, List<Index>> indexes = TableParts.indexes(connection);
        return new Catalog(
                ENUMS.byName(
                        connection,
                        row -> new EnumType(
                                row.getString("name"),
                                List.of((String[]) row.getArray("labels").getArray()),
                                text(row, "comment"))),
                SEQUENCES.byName(
                        connection,
                        row -> new Sequence(row.getString("name"), row.getString("definition"), text(row, "comment"))),
                FUNCTIONS.byName(
                        connection,
                        row -> new Routine(row.getString("name"), row.getString("definition"), text(row, "comment"))),
                tables(connection, indexes),
                VIEWS.byName(
                        connection,
                        row -> new View(
                                row.getString("name"),
                                row.getBoolean("materialized"),
                                Settled.sql(row.getString("definition")),
                                text(row, "options"),
                                text(row, "comment"),
                                indexes.getOrDefault(row.getString("name"), List.of()))),
                OtherThings.of(connection));
    }

    private static Map<String, Table> tables(Connection connection, Map<String, List<Index>> indexes)
            throws SQLException {
        Map<String, List<Column>> columns = TableParts.columns(connection);
        Map<String, List<Constraint>> constraints = TableParts.constraints(connection);
        Map<String, List<Trigger>> triggers = TableParts.triggers(connection);
        Map<String, List<Partition>> partitions = TableParts.partitions(connection);
        return TABLES.byName(connection, row -> {
            String name = row.getString("name");
            return new Table(
                    name,
                    row.getBoolean("unlogged"),
                    text(row, "partition_key"),
                    text(row, "storage"),
                    text(row, "comment"),
                    columns.getOrDefault(name, List.of()),
                    constraints.getOrDefault(name, List.of()),
                    indexes.getOrDefault(name, List.of()),
                    triggers.getOrDefault(name, List.of()),
                    partitions.getOrDefault(name, List.of()));
        });
    }
}
