package derrick.migrations.catalog.reader;

import static derrick.migrations.catalog.reader.CatalogQuery.list;
import static derrick.migrations.catalog.reader.CatalogQuery.text;

import derrick.migrations.catalog.OtherObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the objects that have no record of their own. Each query has the columns {@code type}, {@code name},
 * {@code attributes} (names and values in turn), {@code creates} and {@code drops} (the statements that create and drop
 * it), {@code target} (for COMMENT ON) and {@code comment}.
 */
final class OtherObjectReader {
    /** Finds the types of objects that exist, because planning a query takes time even if it returns no rows. */
    private static final String PRESENT = """
            SELECT
                EXISTS (
                    SELECT FROM pg_namespace
                    WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                        AND nspname NOT IN ('public', current_schema())
                        OR nspname = 'public'
                            AND obj_description(oid, 'pg_namespace') IS DISTINCT FROM 'standard public schema')
                    OR EXISTS (SELECT FROM pg_extension WHERE extname <> 'plpgsql')
                    OR EXISTS (SELECT FROM pg_event_trigger)
                    OR EXISTS (SELECT FROM pg_subscription) AS database,
                EXISTS (
                    SELECT FROM pg_type
                    WHERE oid >= 16384 AND typtype IN ('d', 'c', 'r', 'b', 'p') AND typcategory <> 'A'
                        AND NOT EXISTS (SELECT FROM pg_class WHERE pg_class.oid = typrelid AND relkind <> 'c'))
                            AS types,
                EXISTS (SELECT FROM pg_aggregate WHERE aggfnoid::oid >= 16384)
                    OR EXISTS (SELECT FROM pg_operator WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_opfamily WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_cast WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_conversion WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_collation WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_language WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_transform)
                    OR EXISTS (SELECT FROM pg_am WHERE oid >= 16384) AS code,
                EXISTS (SELECT FROM pg_ts_config WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_ts_dict WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_ts_parser WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_ts_template WHERE oid >= 16384) AS text_search,
                EXISTS (SELECT FROM pg_foreign_data_wrapper) AS foreign_data,
                EXISTS (SELECT FROM pg_publication) AS publications
            """;

    /**
     * Grants beyond the privileges of a new object, and revokes of those privileges. The privileges of owners are left
     * out, because a database may be restored under another role, and so are those of the role {@code derrick_api}.
     */
    private static final CatalogQuery GRANTS = new CatalogQuery("""
            WITH object (type, name, acl, defaults, owner, id, class) AS (
                SELECT
                    CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, pg_class.oid::regclass::text, relacl,
                    acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner), relowner, pg_class.oid,
                    'pg_class'::regclass
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                    AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                    AND pg_class.oid IS DISTINCT FROM to_regclass('flyway_schema_history')
                UNION ALL
                SELECT
                    CASE prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, pg_proc.oid::regprocedure::text, proacl,
                    acldefault('f', proowner), proowner, pg_proc.oid, 'pg_proc'::regclass
                FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'SCHEMA', quote_ident(nspname), nspacl,
                    acldefault('n', nspowner) || CASE
                        WHEN nspname <> 'public' THEN '{}'
                        WHEN current_setting('server_version_num')::integer < 150000 THEN ARRAY[
                            makeaclitem(0, nspowner, 'USAGE', false), makeaclitem(0, nspowner, 'CREATE', false)]
                        ELSE ARRAY[makeaclitem(0, nspowner, 'USAGE', false)] END,
                    nspowner, oid, 'pg_namespace'::regclass
                FROM pg_namespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, pg_type.oid::regtype::text, typacl,
                    acldefault('T', typowner), typowner, pg_type.oid, 'pg_type'::regclass
                FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
                WHERE typacl IS NOT NULL AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'FOREIGN SERVER', quote_ident(srvname), srvacl, acldefault('S', srvowner), srvowner, oid,
                    'pg_foreign_server'::regclass
                FROM pg_foreign_server
            ), entry (type, name, grantee, privilege, grantable, given) AS (
                SELECT type, name, grantee, privilege_type, is_grantable, given
                FROM object,
                    LATERAL (
                        SELECT grantee, privilege_type, is_grantable, true AS given FROM aclexplode(acl)
                        EXCEPT SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(defaults)
                        UNION ALL
                        SELECT grantee, privilege_type, is_grantable, false FROM (
                            SELECT grantee, privilege_type, is_grantable FROM aclexplode(defaults)
                            EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(acl, defaults))
                        ) AS revoked
                    ) AS privilege_of
                WHERE grantee <> owner AND NOT EXISTS (
                    SELECT FROM pg_depend WHERE classid = class AND objid = id AND deptype = 'e')
                UNION ALL
                SELECT 'TABLE', attrelid::regclass::text, grantee, format('%s (%I)', privilege_type, attname),
                    is_grantable, true
                FROM pg_attribute
                    JOIN pg_class ON pg_class.oid = attrelid
                    JOIN pg_namespace ON pg_namespace.oid = relnamespace,
                    aclexplode(attacl)
                WHERE attnum > 0 AND grantee <> relowner AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
            ), entries (type, name, given, grantable, role_name, privileges) AS (
                SELECT
                    type, name, given, grantable, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
                    string_agg(privilege, ', ' ORDER BY privilege)
                FROM entry WHERE grantee IS DISTINCT FROM to_regrole('derrick_api')
                GROUP BY type, name, given, grantable, grantee
            )
            SELECT * FROM (
                SELECT
                    CASE WHEN given THEN 'grant on' ELSE 'revoke on' END AS type,
                    concat(lower(entries.type), ' ', name, CASE WHEN given THEN ' to ' ELSE ' from ' END, role_name,
                        CASE WHEN grantable THEN ' with grant option' END) AS name,
                    ARRAY['privileges', privileges] AS attributes,
                    ARRAY[CASE WHEN given
                        THEN concat('GRANT ', privileges, ' ON ', entries.type, ' ', name, ' TO ', role_name, CASE
                            WHEN grantable THEN ' WITH GRANT OPTION' END)
                        ELSE format('REVOKE %s ON %s %s FROM %s', privileges, entries.type, name, role_name) END]
                        AS creates,
                    ARRAY[CASE WHEN given
                        THEN format('REVOKE %s ON %s %s FROM %s', privileges, entries.type, name, role_name)
                        ELSE format('GRANT %s ON %s %s TO %s', privileges, entries.type, name, role_name) END] AS drops,
                    NULL AS target, NULL AS comment
                FROM entries
                UNION ALL
                SELECT
                    'default privileges',
                    concat(objects, ' of ', role, ' in ' || schema, CASE WHEN given THEN ' to ' ELSE ' from ' END,
                        role_name, CASE WHEN grantable THEN ' with grant option' END),
                    ARRAY['privileges', privileges],
                    ARRAY[concat(
                        'ALTER DEFAULT PRIVILEGES FOR ROLE ', role, ' IN SCHEMA ' || schema, CASE WHEN given
                            THEN ' GRANT ' ELSE ' REVOKE ' END,
                        privileges, ' ON ', objects, CASE WHEN given THEN ' TO ' ELSE ' FROM ' END, role_name, CASE
                            WHEN grantable THEN ' WITH GRANT OPTION' END)],
                    ARRAY[concat(
                        'ALTER DEFAULT PRIVILEGES FOR ROLE ', role, ' IN SCHEMA ' || schema, CASE WHEN given
                            THEN ' REVOKE ' ELSE ' GRANT ' END,
                        privileges, ' ON ', objects, CASE WHEN given THEN ' FROM ' ELSE ' TO ' END, role_name)],
                    NULL, NULL
                FROM (
                    SELECT
                        defaclrole::regrole::text AS role, nullif(defaclnamespace, 0)::regnamespace::text AS schema,
                        CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                            WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END AS objects,
                        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS role_name, given,
                            is_grantable AS grantable,
                        string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges
                    FROM pg_default_acl,
                        LATERAL (SELECT CASE WHEN defaclnamespace = 0
                            THEN acldefault(CASE defaclobjtype WHEN 'S' THEN 's' ELSE defaclobjtype END, defaclrole)
                            END) AS start (defaults),
                        LATERAL (
                            (SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(defaclacl)
                                EXCEPT SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(defaults))
                            UNION ALL
                            (SELECT grantee, privilege_type, is_grantable, false FROM aclexplode(defaults)
                                EXCEPT SELECT grantee, privilege_type, is_grantable, false FROM aclexplode(defaclacl))
                        ) AS change (grantee, privilege_type, is_grantable, given)
                    WHERE grantee IS DISTINCT FROM to_regrole('derrick_api')
                    GROUP BY 1, 2, 3, 4, 5, 6
                ) AS default_acl
            ) AS item
            ORDER BY type, name COLLATE "C"
            """);

    private OtherObjectReader() {}

    /** Returns the objects by their types and names. */
    static Map<String, OtherObject> of(Connection connection) throws SQLException {
        Map<String, OtherObject> all = new LinkedHashMap<>();
        for (CatalogQuery query : queries(connection)) {
            all.putAll(query.byName(connection, OtherObjectReader::object));
        }
        return all;
    }

    /** Returns the grants, revokes and default privileges by their names. */
    static Map<String, OtherObject> grants(Connection connection) throws SQLException {
        return GRANTS.byName(connection, OtherObjectReader::object);
    }

    private static List<CatalogQuery> queries(Connection connection) throws SQLException {
        List<CatalogQuery> queries = new ArrayList<>(List.of(TableDetailQueries.ALL));
        try (PreparedStatement statement = connection.prepareStatement(PRESENT);
                ResultSet present = statement.executeQuery()) {
            present.next();
            if (present.getBoolean("database")) {
                queries.add(DatabaseQueries.ALL);
            }
            if (present.getBoolean("types")) {
                queries.add(TypeQueries.ALL);
            }
            if (present.getBoolean("code")) {
                queries.add(CodeQueries.ALL);
            }
            if (present.getBoolean("text_search")) {
                queries.add(CodeQueries.TEXT_SEARCH);
            }
            if (present.getBoolean("foreign_data")) {
                queries.add(DatabaseQueries.FOREIGN_DATA);
            }
            if (present.getBoolean("publications")) {
                boolean canHaveSchemas = connection.getMetaData().getDatabaseMajorVersion() >= 15;
                queries.add(canHaveSchemas ? DatabaseQueries.PUBLICATIONS : DatabaseQueries.PUBLICATIONS_BEFORE_15);
            }
        }
        return queries;
    }

    private static OtherObject object(ResultSet row) throws SQLException {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<String> pairs = list(row, "attributes");
        for (int at = 0; at < pairs.size(); at += 2) {
            attributes.put(pairs.get(at), pairs.get(at + 1));
        }
        return new OtherObject(
                row.getString("type"),
                row.getString("name"),
                attributes,
                list(row, "creates"),
                list(row, "drops"),
                text(row, "target"),
                text(row, "comment"));
    }
}
