package derrick.migrations.run;

import derrick.migrations.testing.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Lists the objects of a schema as lines, except Flyway's table. */
public final class SchemaListing {
    private static final String FACTS = """
            WITH relation AS (
                SELECT oid, relname AS name, relkind AS kind, relispartition AS is_partition, relpartbound AS bound
                FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'flyway_schema_history%'
            ), fact AS (
                SELECT CASE
                    WHEN is_partition THEN
                        'partition ' || name || ' of ' || inhparent::regclass || ': '
                        || pg_get_expr(bound, relation.oid)
                    WHEN kind = 'p' THEN 'partitioned table ' || name || ' by ' || pg_get_partkeydef(relation.oid)
                    WHEN kind = 'r' THEN 'table ' || name
                    ELSE concat('kind ', kind, ' ', name)
                END || coalesce(': ' || obj_description(relation.oid, 'pg_class'), '') AS line
                FROM relation LEFT JOIN pg_inherits ON inhrelid = relation.oid
                WHERE kind NOT IN ('i', 'I', 'S')
                UNION ALL
                SELECT concat(
                    name, '.', attname, ' ', format_type(atttypid, atttypmod),
                    CASE WHEN attnotnull THEN ' not null' END,
                    ' default ' || pg_get_expr(adbin, adrelid),
                    ': ' || col_description(attrelid, attnum))
                FROM relation
                    JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
                    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE kind IN ('r', 'p') AND NOT is_partition
                UNION ALL
                SELECT 'constraint ' || conname || ' on ' || name || ': ' || pg_get_constraintdef(pg_constraint.oid)
                FROM relation JOIN pg_constraint ON conrelid = relation.oid
                WHERE contype <> 'n' AND NOT is_partition
                UNION ALL
                SELECT 'index ' || name || ' on ' || replace(pg_get_indexdef(relation.oid), ' USING ', ': ')
                FROM relation
                WHERE kind IN ('i', 'I') AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = relation.oid)
                UNION ALL
                SELECT 'sequence ' || name || ' ' || format_type(seqtypid, NULL) || ' owned by '
                    || refobjid::regclass || '.' || attname
                FROM relation
                    JOIN pg_sequence ON seqrelid = relation.oid
                    JOIN pg_depend ON objid = relation.oid AND deptype = 'a'
                    JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                UNION ALL
                SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
            )
            SELECT line FROM fact
            """;

    private SchemaListing() {}

    /** Returns the lines, in no order. */
    public static List<String> of(DataSource dataSource) {
        return new Sql(dataSource)
                .rows(FACTS).stream().map(SchemaListing::readable).sorted().toList();
    }

    /** Returns the columns of a table in order, separated by commas. */
    static String columns(DataSource dataSource, String table) {
        return String.join(",", new Sql(dataSource).rows("""
                SELECT attname
                FROM pg_attribute
                WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
                ORDER BY attnum
                """.formatted(table)));
    }

    /** Returns the lines of a file beside this class. */
    static List<String> written(String file) {
        try (InputStream text = Optional.ofNullable(SchemaListing.class.getResourceAsStream(file))
                .orElseThrow()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces PostgreSQL's long type names by the short ones. */
    private static String readable(String fact) {
        return fact.startsWith("constraint")
                ? fact
                : fact.replaceAll("'::(character varying|regclass)", "'")
                        .replace("character varying", "varchar")
                        .replace("timestamp without time zone", "timestamp")
                        .replace("timestamp with time zone", "timestamptz")
                        .replaceFirst("^(index \\S+ on ).* ON \\w+\\.(\\S+): ", "$1$2: ");
    }
}
