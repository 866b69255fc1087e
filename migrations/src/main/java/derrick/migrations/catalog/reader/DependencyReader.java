package derrick.migrations.catalog.reader;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Dependencies;
import derrick.migrations.catalog.Dependencies.Node;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the dependencies between objects from pg_depend, by the names of the objects. */
final class DependencyReader {
    /**
     * Dependencies on a row type count for its table, on an array type for its element type, on a column of a view for
     * the view, and on the index of a constraint for the constraint.
     */
    private static final String DEPENDENCIES = """
            WITH relation AS (
                SELECT pg_class.oid, relkind, reltype, pg_class.oid::regclass::text AS name, relname
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
            ), node (class, id, sub, kind, name) AS MATERIALIZED (
                SELECT
                    'pg_class'::regclass, oid, 0,
                    CASE WHEN relkind IN ('v', 'm') THEN 'VIEW' WHEN relkind IN ('r', 'p') THEN 'TABLE'
                        ELSE 'OTHER' END,
                    CASE relkind WHEN 'f' THEN 'foreign table ' WHEN 'c' THEN 'type ' ELSE '' END || name
                FROM relation WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
                UNION ALL
                SELECT
                    'pg_class'::regclass, attrelid, attnum,
                    CASE WHEN relkind IN ('v', 'm') THEN 'VIEW' WHEN relkind IN ('r', 'p') THEN 'COLUMN'
                        ELSE 'OTHER' END,
                    CASE relkind WHEN 'f' THEN 'foreign table ' WHEN 'c' THEN 'type ' ELSE '' END || name
                        || CASE WHEN relkind IN ('r', 'p') THEN '.' || attname ELSE '' END
                FROM pg_attribute JOIN relation ON relation.oid = attrelid
                WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND attnum > 0 AND NOT attisdropped
                UNION ALL
                SELECT 'pg_class'::regclass, oid, 0, 'SEQUENCE', name FROM relation
                WHERE relkind = 'S' AND NOT EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = relation.oid AND refclassid = 'pg_class'::regclass
                        AND deptype = 'i')
                UNION ALL
                SELECT
                    'pg_class'::regclass, relation.oid, 0, CASE WHEN conname IS NULL THEN 'INDEX' ELSE 'CONSTRAINT' END,
                    indrelid::regclass || '.' || coalesce(conname, relname)
                FROM relation
                    JOIN pg_index ON indexrelid = relation.oid
                    LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u', 'x')
                UNION ALL
                SELECT
                    'pg_type'::regclass, own_or_array.id, 0,
                    CASE WHEN relkind IN ('v', 'm') THEN 'VIEW' WHEN relkind IN ('r', 'p') THEN 'TABLE'
                        WHEN typtype = 'e' THEN 'ENUM' ELSE 'OTHER' END,
                    CASE WHEN relkind = 'f' THEN 'foreign table ' WHEN relkind IN ('r', 'p', 'v', 'm') THEN ''
                        WHEN typtype = 'e' THEN '' WHEN typtype = 'd' THEN 'domain ' ELSE 'type ' END
                        || coalesce(relation.name, rngtypid::regtype::text, pg_type.oid::regtype::text)
                FROM pg_type
                    JOIN pg_namespace ON pg_namespace.oid = typnamespace
                    LEFT JOIN relation ON relation.oid = typrelid AND relkind <> 'c'
                    LEFT JOIN pg_range ON rngmultitypid = pg_type.oid,
                    LATERAL (VALUES (pg_type.oid), (nullif(pg_type.typarray, 0))) AS own_or_array (id)
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                    AND NOT EXISTS (SELECT FROM pg_type AS element WHERE element.typarray = pg_type.oid)
                UNION ALL
                SELECT
                    'pg_proc'::regclass, pg_proc.oid, 0, CASE prokind WHEN 'a' THEN 'OTHER' ELSE 'FUNCTION' END,
                    CASE prokind WHEN 'a' THEN 'aggregate ' ELSE '' END || pg_proc.oid::regprocedure
                FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'pg_constraint'::regclass, pg_constraint.oid, 0, CASE WHEN contypid = 0 THEN 'CONSTRAINT'
                        ELSE 'OTHER' END,
                    CASE WHEN contypid = 0 THEN conrelid::regclass || '.' || conname ELSE 'domain '
                        || contypid::regtype END
                FROM pg_constraint JOIN pg_namespace ON pg_namespace.oid = connamespace
                WHERE contype IN ('c', 'p', 'u', 'x', 'f') AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'pg_attrdef'::regclass, pg_attrdef.oid, 0,
                    CASE WHEN relkind = 'v' THEN 'VIEW' WHEN attgenerated = '' THEN 'DEFAULT' ELSE 'COLUMN' END,
                    name || CASE WHEN relkind = 'v' THEN '' ELSE '.' || attname END
                FROM pg_attrdef
                    JOIN relation ON relation.oid = adrelid
                    JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
                UNION ALL
                SELECT
                    'pg_rewrite'::regclass, pg_rewrite.oid, 0,
                    CASE WHEN rulename = '_RETURN' THEN 'VIEW' ELSE 'OTHER' END,
                    CASE WHEN rulename = '_RETURN' THEN name ELSE format('rule %s.%I', name, rulename) END
                FROM pg_rewrite JOIN relation ON relation.oid = ev_class
                UNION ALL
                SELECT
                    'pg_trigger'::regclass, pg_trigger.oid, 0, CASE WHEN relkind IN ('v', 'f') THEN 'OTHER'
                        ELSE 'TRIGGER' END,
                    CASE WHEN relkind IN ('v', 'f') THEN format('trigger %s.%I', name, tgname) ELSE name || '.'
                        || tgname END
                FROM pg_trigger JOIN relation ON relation.oid = tgrelid
                WHERE NOT tgisinternal AND tgparentid = 0
                UNION ALL
                SELECT 'pg_policy'::regclass, pg_policy.oid, 0, 'OTHER', format('policy %s.%I', name, polname)
                FROM pg_policy JOIN relation ON relation.oid = polrelid
                UNION ALL
                SELECT
                    'pg_statistic_ext'::regclass, pg_statistic_ext.oid, 0, 'OTHER', CASE WHEN nspname = current_schema()
                        THEN format('statistics %I', stxname) ELSE format('statistics %I.%I', nspname, stxname) END
                FROM pg_statistic_ext JOIN pg_namespace ON pg_namespace.oid = stxnamespace
                UNION ALL
                SELECT 'pg_publication_rel'::regclass, pg_publication_rel.oid, 0, 'OTHER', format('publication %I',
                    pubname)
                FROM pg_publication_rel JOIN pg_publication ON pg_publication.oid = prpubid
                UNION ALL
                SELECT 'pg_event_trigger'::regclass, oid, 0, 'OTHER', format('event trigger %I', evtname)
                FROM pg_event_trigger
                UNION ALL
                SELECT 'pg_namespace'::regclass, oid, 0, 'OTHER', format('schema %I', nspname)
                FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT 'pg_extension'::regclass, oid, 0, 'OTHER', format('extension %I', extname) FROM pg_extension
                UNION ALL
                SELECT 'pg_collation'::regclass, oid, 0, 'OTHER', 'collation ' || oid::regcollation
                FROM pg_collation WHERE oid >= 16384
                UNION ALL
                SELECT 'pg_operator'::regclass, oid, 0, 'OTHER', 'operator ' || oid::regoperator
                FROM pg_operator WHERE oid >= 16384
                UNION ALL
                SELECT 'pg_cast'::regclass, oid, 0, 'OTHER', format('cast (%s AS %s)', castsource::regtype,
                    casttarget::regtype)
                FROM pg_cast WHERE oid >= 16384
                UNION ALL
                SELECT 'pg_ts_config'::regclass, oid, 0, 'OTHER', 'text search configuration ' || oid::regconfig
                FROM pg_ts_config WHERE oid >= 16384
                UNION ALL
                SELECT 'pg_ts_dict'::regclass, oid, 0, 'OTHER', 'text search dictionary ' || oid::regdictionary
                FROM pg_ts_dict WHERE oid >= 16384
                UNION ALL
                SELECT 'pg_foreign_server'::regclass, oid, 0, 'OTHER', format('server %I', srvname)
                    FROM pg_foreign_server
                UNION ALL
                SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0, 'OTHER', format('foreign-data wrapper %I', fdwname)
                FROM pg_foreign_data_wrapper
            ), member (class, id, kind, name) AS (
                SELECT classid::regclass, objid, 'OTHER', format('extension %I', extname)
                FROM pg_depend JOIN pg_extension ON pg_extension.oid = refobjid
                WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
                UNION ALL
                SELECT 'pg_type'::regclass, typarray, 'OTHER', format('extension %I', extname)
                FROM pg_depend
                    JOIN pg_extension ON pg_extension.oid = refobjid
                    JOIN pg_type ON pg_type.oid = objid AND classid = 'pg_type'::regclass
                WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
            )
            SELECT DISTINCT
                own.kind, own.name, coalesce(member.kind, node.kind), coalesce(member.name, node.name)
            FROM pg_depend
                JOIN node AS own ON own.class = classid AND own.id = objid AND own.sub = objsubid
                LEFT JOIN member AS own_member ON own_member.class = classid AND own_member.id = objid
                LEFT JOIN member ON member.class = refclassid AND member.id = refobjid
                LEFT JOIN node ON node.class = refclassid AND node.id = refobjid AND node.sub = refobjsubid
            WHERE objid >= 16384 AND own_member.name IS NULL
                AND own.name !~ '^(type )?flyway_schema_history([.]|$)' AND coalesce(member.name, node.name) IS NOT NULL
                AND (own.kind, own.name) <> (coalesce(member.kind, node.kind), coalesce(member.name, node.name))
            """;

    private DependencyReader() {}

    static Dependencies read(Connection connection) throws SQLException {
        Map<Node, Set<Node>> needs = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DEPENDENCIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                needs.computeIfAbsent(
                                new Node(Kind.valueOf(rows.getString(1)), rows.getString(2)), node -> new TreeSet<>())
                        .add(new Node(Kind.valueOf(rows.getString(3)), rows.getString(4)));
            }
        }
        return new Dependencies(needs);
    }
}
