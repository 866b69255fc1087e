package derrick.migrations.backup;

import derrick.migrations.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What surrounds a database's content: who may do what, and how sessions are set. Owners are left out: what is restored
 * belongs to who restores it.
 */
record Household(Shapes database) {
    private static final String RIGHTS = """
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
            ) AS thing (object, part, acl, owner, home, catalog, oid)
                JOIN pg_namespace ON pg_namespace.oid = home
                LEFT JOIN LATERAL (SELECT * FROM aclexplode(acl) WHERE grantee <> owner) AS given ON true
                LEFT JOIN pg_roles ON pg_roles.oid = grantee
            WHERE acl IS NOT NULL AND nspname <> 'information_schema' AND nspname !~ '^pg_'
                AND NOT EXISTS (
                    SELECT FROM pg_init_privs WHERE objoid = thing.oid AND classoid = catalog AND initprivs = acl)
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

    /** Their values are lists of names, quoted already. */
    private static final Set<String> LISTS = Set.of("search_path", "temp_tablespaces", "session_preload_libraries");

    List<SavedRight> rights() throws SQLException {
        return database.list(
                RIGHTS,
                Optional.empty(),
                row -> new SavedRight(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3)),
                        row.getBoolean(4)));
    }

    List<SavedSetting> settings() throws SQLException {
        return database.list(
                SETTINGS,
                Optional.empty(),
                row -> new SavedSetting(Optional.ofNullable(row.getString(1)), row.getString(2), row.getString(3)));
    }

    /** Makes all as it was where the roles are there; what cannot be is said, and stops nothing. */
    void restore(Manifest manifest, Consumer<String> say) throws SQLException {
        Set<String> roles =
                Set.copyOf(database.list("SELECT rolname FROM pg_roles", Optional.empty(), row -> row.getString(1)));
        Set<String> strangers = Stream.concat(
                        manifest.rights().stream().map(SavedRight::role),
                        manifest.settings().stream().map(SavedSetting::role))
                .flatMap(Optional::stream)
                .filter(role -> !roles.contains(role))
                .collect(Collectors.toCollection(TreeSet::new));
        strangers.forEach(role -> say.accept("there is no role %s here to get its rights back".formatted(role)));
        String name = "DATABASE " + Quoted.name(database.text("SELECT current_database()"));
        List<String> statements = new ArrayList<>();
        manifest.rights().stream()
                .map(right -> object(right, name))
                .distinct()
                .forEach(object -> statements.add("REVOKE ALL ON %s FROM PUBLIC".formatted(object)));
        manifest.rights().stream()
                .filter(right -> right.role().filter(strangers::contains).isEmpty())
                .flatMap(right -> grant(right, name).stream())
                .forEach(statements::add);
        List<SavedSetting> there = settings();
        manifest.settings().stream()
                .filter(setting -> setting.role().filter(strangers::contains).isEmpty())
                .filter(setting -> there.stream().noneMatch(setting::isOfSameName))
                .forEach(setting -> statements.add(set(setting, name)));
        for (String statement : statements) {
            database.refusal(statement)
                    .ifPresent(reason -> say.accept("not done: %s: %s".formatted(statement, reason)));
        }
    }

    private static String object(SavedRight right, String name) {
        return right.object().equals("DATABASE") ? name : right.object();
    }

    private static Optional<String> grant(SavedRight right, String name) {
        return right.privilege()
                .map(privilege -> "GRANT %s ON %s TO %s%s"
                        .formatted(
                                privilege,
                                object(right, name),
                                right.role().map(Quoted::name).orElse("PUBLIC"),
                                right.grantable() ? " WITH GRANT OPTION" : ""));
    }

    private static String set(SavedSetting setting, String name) {
        String whose = setting.role()
                .map(role -> "ROLE %s IN %s".formatted(Quoted.name(role), name))
                .orElse(name);
        String value = LISTS.contains(setting.name())
                ? setting.value()
                : "'" + setting.value().replace("'", "''") + "'";
        return "ALTER %s SET %s = %s".formatted(whose, setting.name(), value);
    }
}
