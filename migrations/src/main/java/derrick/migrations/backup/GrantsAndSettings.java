package derrick.migrations.backup;

import derrick.migrations.backup.Manifest.Grant;
import derrick.migrations.backup.Manifest.Setting;
import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grants in a database, and settings of the database and of its roles in it. Owners are left out. */
record GrantsAndSettings(Connection connection) {
    /**
     * Leaves out objects with exactly the initial privileges that initdb or an extension gave them, and grants to the
     * role that {@code up} creates.
     */
    private static final String GRANTS = """
            SELECT object, privilege_type || coalesce(' (' || quote_ident(part) || ')', ''), rolname, is_grantable
            FROM (
                SELECT
                    CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || pg_class.oid::regclass, NULL, relacl,
                    relowner, relnamespace, 'pg_class'::regclass, pg_class.oid
                FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                UNION ALL
                SELECT 'TABLE ' || attrelid::regclass, attname, attacl, relowner, relnamespace, 'pg_class', attrelid
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                UNION ALL
                SELECT 'ROUTINE ' || oid::regprocedure, NULL, proacl, proowner, pronamespace, 'pg_proc', oid
                FROM pg_proc
                UNION ALL
                SELECT 'TYPE ' || oid::regtype, NULL, typacl, typowner, typnamespace, 'pg_type', oid FROM pg_type
                UNION ALL
                SELECT 'SCHEMA ' || quote_ident(nspname), NULL, nspacl, nspowner, oid, 'pg_namespace', oid
                FROM pg_namespace
                UNION ALL
                SELECT 'DATABASE', NULL, datacl, datdba, 'public'::regnamespace, 'pg_database', oid
                FROM pg_database WHERE datname = current_database()
            ) AS object_acl (object, part, acl, owner, home, catalog, oid)
                JOIN pg_namespace ON pg_namespace.oid = home
                LEFT JOIN LATERAL (
                    SELECT * FROM aclexplode(acl)
                    WHERE grantee <> owner AND grantee IS DISTINCT FROM to_regrole('derrick_api')
                        AND privilege_type IN (
                        'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN',
                        'USAGE', 'CREATE', 'CONNECT', 'TEMPORARY', 'EXECUTE')
                ) AS given ON true
                LEFT JOIN pg_roles ON pg_roles.oid = grantee
            WHERE acl IS NOT NULL AND nspname <> 'information_schema' AND nspname !~ '^pg_'
                AND NOT EXISTS (
                    SELECT FROM pg_init_privs WHERE objoid = object_acl.oid AND classoid = catalog AND initprivs = acl)
            ORDER BY 1, 3, 2
            """;

    private static final String SETTINGS = """
            SELECT rolname, split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1)
            FROM pg_db_role_setting
                JOIN pg_database ON pg_database.oid = setdatabase
                CROSS JOIN LATERAL unnest(setconfig) AS setting
                LEFT JOIN pg_roles ON pg_roles.oid = setrole
            WHERE datname = current_database()
            ORDER BY 1, 2
            """;

    /** The settings that Derrick itself stores in a database. */
    private static final Set<String> MANAGED = Set.of("derrick.legacy_time_zone");

    /** Settings whose values are lists of names, which are already quoted. */
    private static final Set<String> LISTS = Set.of("search_path", "temp_tablespaces", "session_preload_libraries");

    /** Returns all grants. An object of which all privileges are revoked has one entry without a privilege. */
    List<Grant> grants() throws SQLException {
        return JdbcQuery.list(
                connection,
                GRANTS,
                row -> new Grant(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3)),
                        row.getBoolean(4)));
    }

    List<Setting> settings() throws SQLException {
        return JdbcQuery.list(
                connection,
                SETTINGS,
                row -> new Setting(Optional.ofNullable(row.getString(1)), row.getString(2), row.getString(3)));
    }

    List<Setting> managedSettings() throws SQLException {
        return settings().stream().filter(GrantsAndSettings::isManaged).toList();
    }

    static boolean isManaged(Setting setting) {
        return setting.role().isEmpty() && MANAGED.contains(setting.name());
    }

    /** Restores grants and settings of existing roles. Reports those that cannot be restored and continues. */
    void restore(Manifest manifest, Consumer<String> say) throws SQLException {
        Set<String> roles = Set.copyOf(JdbcQuery.texts(connection, "SELECT rolname FROM pg_roles"));
        Set<String> missing = Stream.concat(
                        manifest.grants().stream().map(Grant::role),
                        manifest.settings().stream().map(Setting::role))
                .flatMap(Optional::stream)
                .filter(role -> !roles.contains(role))
                .collect(Collectors.toCollection(TreeSet::new));
        missing.forEach(role ->
                say.accept("grants and settings of role %s are not restored: the role does not exist".formatted(role)));
        String name = "DATABASE "
                + SqlQuoting.name(
                        JdbcQuery.text(connection, "SELECT current_database()").orElseThrow());
        List<String> statements = new ArrayList<>();
        manifest.grants().stream()
                .map(grant -> object(grant, name))
                .distinct()
                .forEach(object -> statements.add("REVOKE ALL ON %s FROM PUBLIC".formatted(object)));
        manifest.grants().stream()
                .filter(grant -> grant.role().filter(missing::contains).isEmpty())
                .flatMap(grant -> grantSql(grant, name).stream())
                .forEach(statements::add);
        List<Setting> existing = settings();
        manifest.settings().stream()
                .filter(setting -> setting.role().filter(missing::contains).isEmpty())
                .filter(setting -> existing.stream().noneMatch(setting::hasNameOf))
                .forEach(setting -> statements.add(settingSql(setting, name)));
        for (String statement : statements) {
            JdbcQuery.inSavepoint(connection, () -> JdbcQuery.run(connection, statement))
                    .ifPresent(failure -> say.accept("cannot restore: %s: %s"
                            .formatted(
                                    statement,
                                    String.valueOf(failure.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""))));
        }
    }

    private static String object(Grant grant, String name) {
        return grant.object().equals("DATABASE") ? name : grant.object();
    }

    private static Optional<String> grantSql(Grant grant, String name) {
        return grant.privilege()
                .map(privilege -> "GRANT %s ON %s TO %s%s"
                        .formatted(
                                privilege,
                                object(grant, name),
                                grant.role().map(SqlQuoting::name).orElse("PUBLIC"),
                                grant.grantable() ? " WITH GRANT OPTION" : ""));
    }

    private static String settingSql(Setting setting, String name) {
        String whose = setting.role()
                .map(role -> "ROLE %s IN %s".formatted(SqlQuoting.name(role), name))
                .orElse(name);
        String value = LISTS.contains(setting.name())
                ? setting.value()
                : "'" + setting.value().replace("'", "''") + "'";
        return "ALTER %s SET %s = %s".formatted(whose, setting.name(), value);
    }
}
