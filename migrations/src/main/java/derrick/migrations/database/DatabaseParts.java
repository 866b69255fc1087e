package derrick.migrations.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a database, by the names of libpq; what was not said has its usual value.
 *
 * @param named the values that were given, decoded
 */
record DatabaseParts(Map<String, String> named) {
    private static final int USUAL_PORT = 5432;
    private static final int LAST_PORT = 65535;
    private static final Set<String> OWN_FIELDS = Set.of("host", "port", "dbname", "user", "password");
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGOPTIONS", "options"));

    /** What libpq's programs find in their environment for these parts; what they have no variable for is left out. */
    static Map<String, String> environment(Map<String, String> parts) {
        Map<String, String> environment = new LinkedHashMap<>();
        VARIABLES.forEach((variable, name) -> {
            String value = parts.get(name);
            if (value != null) {
                environment.put(variable, value);
            }
        });
        return environment;
    }

    /** The address; parts that were not named come from the {@code PG*} variables, else they are as usual. */
    DatabaseAddress address(Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>();
        VARIABLES.forEach((variable, name) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                all.put(name, value);
            }
        });
        all.putAll(named);
        String user = all.getOrDefault("user", System.getProperty("user.name", "postgres"));
        Map<String, String> parameters = new LinkedHashMap<>(all);
        parameters.keySet().removeAll(OWN_FIELDS);
        parameters.forEach(ConnectionParameter::require);
        return new DatabaseAddress(
                all.getOrDefault("host", "localhost"),
                port(all.get("port")),
                all.getOrDefault("dbname", user),
                user,
                Optional.ofNullable(all.get("password")),
                parameters);
    }

    private static int port(@Nullable String digits) {
        if (digits == null) {
            return USUAL_PORT;
        }
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with numbers that are no port.
        }
        throw new InvalidDatabaseUrl("database URL: the port must be a number from 1 to 65535");
    }
}
