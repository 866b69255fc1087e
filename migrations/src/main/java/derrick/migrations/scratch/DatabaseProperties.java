package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of a database that influence scripts: encoding, locale, settings and roles.
 *
 * @param options the options for CREATE DATABASE
 * @param settings the default settings of a session
 * @param roles the roles of its server
 * @param schema the current schema; empty if there is none
 */
record DatabaseProperties(String options, List<SessionSetting> settings, Set<String> roles, Optional<String> schema) {
    record SessionSetting(String name, String value) {}

    /** Reads pg_database as JSON, because its locale columns depend on the version. */
    private static final String OPTIONS = """
            SELECT concat(
                format(' ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_encoding_to_char(encoding), datcollate, datctype),
                CASE properties ->> 'datlocprovider'
                    WHEN 'i' THEN
                        format(
                            ' LOCALE_PROVIDER icu ICU_LOCALE %L',
                            coalesce(properties ->> 'datlocale', properties ->> 'daticulocale'))
                        || coalesce(format(' ICU_RULES %L', properties ->> 'daticurules'), '')
                    WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', properties ->> 'datlocale')
                    WHEN 'c' THEN ' LOCALE_PROVIDER libc'
                END)
            FROM pg_database, to_jsonb(pg_database) AS properties
            WHERE datname = current_database()
            """;

    /** Settings of the database and the role that influence scripts, in ascending priority. */
    private static final String SETTINGS = """
            SELECT split_part(setting, '=', 1), substring(setting FROM position('=' IN setting) + 1)
            FROM pg_db_role_setting, unnest(setconfig) AS setting
            WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
                AND setrole IN (0, (SELECT oid FROM pg_roles WHERE rolname = session_user))
                AND (split_part(setting, '=', 1) ~ '^[A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)+$'
                    OR split_part(setting, '=', 1) IN (
                        'array_nulls', 'check_function_bodies', 'default_table_access_method', 'default_tablespace',
                        'default_text_search_config', 'default_toast_compression', 'lc_monetary', 'lc_numeric',
                        'lc_time', 'row_security', 'transform_null_equals', 'xmlbinary', 'xmloption'))
            ORDER BY setrole <> 0, setdatabase <> 0
            """;

    /** Replaces "$user", since the role of a scratch database may be another. */
    private static final String SEARCH_PATH = """
            SELECT
                name,
                replace(
                    setting,
                    '"$user"',
                    CASE WHEN current_schema() = session_user THEN quote_ident(session_user) ELSE '"$user"' END)
            FROM pg_settings
            WHERE name = 'search_path' AND source <> 'default'
            """;

    static DatabaseProperties of(DatabaseAddress live) {
        try (Connection connection = live.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<SessionSetting> settings = new ArrayList<>();
            for (String query : List.of(SETTINGS, SEARCH_PATH)) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        settings.add(new SessionSetting(rows.getString(1), rows.getString(2)));
                    }
                }
            }
            Set<String> roles = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("SELECT rolname FROM pg_roles")) {
                while (rows.next()) {
                    roles.add(rows.getString(1));
                }
            }
            try (ResultSet row = statement.executeQuery(OPTIONS)) {
                row.next();
                return new DatabaseProperties(
                        row.getString(1), settings, roles, Optional.ofNullable(connection.getSchema()));
            }
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /** Returns the properties without the locale, which another server may not have. */
    DatabaseProperties forOtherServer() {
        return new DatabaseProperties("", settings, roles, schema);
    }

    /** Creates a database with these properties. */
    void create(String name, String template, Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                PreparedStatement set = server.prepareStatement("SELECT set_config(?, ?, false)")) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template + options);
            for (SessionSetting setting : settings) {
                set.setString(1, setting.name());
                set.setString(2, setting.value());
                set.execute();
                statement.execute(
                        "ALTER ROLE CURRENT_USER IN DATABASE %s SET %s FROM CURRENT".formatted(name, setting.name()));
            }
            // A scratch database need not survive a crash.
            statement.execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
            // JIT compilation of catalog queries takes longer than the queries.
            statement.execute("ALTER DATABASE " + name + " SET jit = off");
        }
    }
}
