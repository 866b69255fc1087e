package derrick.migrations.catalog.reader;

/** The query for grants and default privileges. */
final class GrantQueries {
    /**
     * What was granted beyond what a new object has, and what of that was revoked. What owners may is outside: a
     * database that is restored under another role is the same schema. So is what {@code up} grants to its own role.
     */
    static final CatalogQuery ALL = new CatalogQuery("""
            WITH object (what, name, acl, usual, owner, id, class) AS (
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
            ), entry (what, name, grantee, privilege, grantable, given) AS (
                SELECT what, name, grantee, privilege_type, is_grantable, given
                FROM object,
                    LATERAL (
                        SELECT grantee, privilege_type, is_grantable, true AS given FROM aclexplode(acl)
                        EXCEPT SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(usual)
                        UNION ALL
                        SELECT grantee, privilege_type, is_grantable, false FROM (
                            SELECT grantee, privilege_type, is_grantable FROM aclexplode(usual)
                            EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(acl, usual))
                        ) AS revoked
                    ) AS right_of
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
            ), said (what, name, given, grantable, whom, privileges) AS (
                SELECT
                    what, name, given, grantable, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
                    string_agg(privilege, ', ' ORDER BY privilege)
                FROM entry WHERE grantee IS DISTINCT FROM to_regrole('derrick_api')
                GROUP BY what, name, given, grantable, grantee
            )
            SELECT * FROM (
                SELECT
                    CASE WHEN given THEN 'grant on' ELSE 'revoke on' END AS what,
                    concat(lower(said.what), ' ', name, CASE WHEN given THEN ' to ' ELSE ' from ' END, whom, CASE
                        WHEN grantable THEN ' with grant option' END) AS name,
                    ARRAY['privileges', privileges] AS attributes,
                    ARRAY[CASE WHEN given
                        THEN concat('GRANT ', privileges, ' ON ', said.what, ' ', name, ' TO ', whom, CASE
                            WHEN grantable THEN ' WITH GRANT OPTION' END)
                        ELSE format('REVOKE %s ON %s %s FROM %s', privileges, said.what, name, whom) END] AS made,
                    ARRAY[CASE WHEN given
                        THEN format('REVOKE %s ON %s %s FROM %s', privileges, said.what, name, whom)
                        ELSE format('GRANT %s ON %s %s TO %s', privileges, said.what, name, whom) END] AS dropped,
                    NULL AS target, NULL AS comment
                FROM said
                UNION ALL
                SELECT
                    'default privileges',
                    concat(objects, ' of ', role, ' in ' || schema, CASE WHEN given THEN ' to ' ELSE ' from ' END,
                        whom, CASE WHEN grantable THEN ' with grant option' END),
                    ARRAY['privileges', privileges],
                    ARRAY[concat(
                        'ALTER DEFAULT PRIVILEGES FOR ROLE ', role, ' IN SCHEMA ' || schema, CASE WHEN given
                            THEN ' GRANT ' ELSE ' REVOKE ' END,
                        privileges, ' ON ', objects, CASE WHEN given THEN ' TO ' ELSE ' FROM ' END, whom, CASE
                            WHEN grantable THEN ' WITH GRANT OPTION' END)],
                    ARRAY[concat(
                        'ALTER DEFAULT PRIVILEGES FOR ROLE ', role, ' IN SCHEMA ' || schema, CASE WHEN given
                            THEN ' REVOKE ' ELSE ' GRANT ' END,
                        privileges, ' ON ', objects, CASE WHEN given THEN ' FROM ' ELSE ' TO ' END, whom)],
                    NULL, NULL
                FROM (
                    SELECT
                        defaclrole::regrole::text AS role, nullif(defaclnamespace, 0)::regnamespace::text AS schema,
                        CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                            WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END AS objects,
                        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS whom, given,
                            is_grantable AS grantable,
                        string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges
                    FROM pg_default_acl,
                        LATERAL (SELECT CASE WHEN defaclnamespace = 0
                            THEN acldefault(CASE defaclobjtype WHEN 'S' THEN 's' ELSE defaclobjtype END, defaclrole)
                            END) AS start (usual),
                        LATERAL (
                            (SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(defaclacl)
                                EXCEPT SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(usual))
                            UNION ALL
                            (SELECT grantee, privilege_type, is_grantable, false FROM aclexplode(usual)
                                EXCEPT SELECT grantee, privilege_type, is_grantable, false FROM aclexplode(defaclacl))
                        ) AS change (grantee, privilege_type, is_grantable, given)
                    WHERE grantee IS DISTINCT FROM to_regrole('derrick_api')
                    GROUP BY 1, 2, 3, 4, 5, 6
                ) AS wide
            ) AS thing
            ORDER BY what, name COLLATE "C"
            """);

    private GrantQueries() {}
}
