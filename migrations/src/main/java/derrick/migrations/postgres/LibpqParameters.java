package derrick.migrations.postgres;

import derrick.migrations.postgres.DatabaseAddress.Server;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Connection parameters under their libpq names. Others have their defaults.
 *
 * @param named the given values, decoded
 */
record LibpqParameters(Map<String, String> named) {
    private static final String USUAL_HOST = "localhost";
    private static final int USUAL_PORT = 5432;
    private static final int LAST_PORT = 65535;
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%.+)?");
    private static final Set<String> OWN_FIELDS = Set.of("host", "port", "dbname", "user", "password");
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGPASSFILE", "passfile"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLCRL", "sslcrl"),
            Map.entry("PGSSLCRLDIR", "sslcrldir"),
            Map.entry("PGSSLCERTMODE", "sslcertmode"),
            Map.entry("PGSSLMINPROTOCOLVERSION", "ssl_min_protocol_version"),
            Map.entry("PGSSLMAXPROTOCOLVERSION", "ssl_max_protocol_version"),
            Map.entry("PGREQUIREPEER", "requirepeer"),
            Map.entry("PGSERVICE", "service"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"),
            Map.entry("PGOPTIONS", "options"));

    /** Returns the environment variables of libpq for parameters, except those without a variable. */
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

    /**
     * Returns the address, with defaults from the {@code PG*} variables and then those of libpq.
     *
     * @throws InvalidDatabaseUrl if a parameter is not supported or has an invalid value
     */
    DatabaseAddress address(Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>();
        VARIABLES.forEach((variable, name) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty() && !named.containsKey(name) && !isOverruled(name)) {
                ConnectionParameter.require(variable, name, value);
                all.put(name, value);
            }
        });
        named.forEach((name, value) -> ConnectionParameter.require("database URL: " + name, name, value));
        all.putAll(named);
        String user = all.getOrDefault("user", System.getProperty("user.name", "postgres"));
        Map<String, String> parameters = new LinkedHashMap<>(all);
        parameters.keySet().removeAll(OWN_FIELDS);
        if (!all.containsKey("host")) {
            parameters.remove("hostaddr");
        }
        return new DatabaseAddress(
                servers(all),
                all.getOrDefault("dbname", user),
                user,
                Optional.ofNullable(all.get("password")),
                parameters);
    }

    /** True if the parameter's variable is ignored, because the URL names the host. */
    private boolean isOverruled(String name) {
        return (name.equals("service") || name.equals("hostaddr")) && named.containsKey("host");
    }

    private static List<Server> servers(Map<String, String> all) {
        List<String> addresses = list(all.getOrDefault("hostaddr", ""));
        List<String> hosts = all.containsKey("host") ? list(all.get("host")) : addresses;
        List<String> ports = list(all.getOrDefault("port", ""));
        if (ports.size() > 1 && ports.size() != hosts.size()) {
            throw new InvalidDatabaseUrl("database URL: there must be one port, or as many ports as hosts");
        }
        if (all.containsKey("hostaddr")) {
            requireAddresses(addresses, hosts, all);
        }
        List<Server> servers = IntStream.range(0, hosts.size())
                .mapToObj(at -> new Server(
                        hosts.get(at).isEmpty() ? USUAL_HOST : hosts.get(at),
                        port(ports.get(ports.size() > 1 ? at : 0))))
                .toList();
        if (servers.size() > 1 && servers.stream().anyMatch(Server::isSocket)) {
            throw new InvalidDatabaseUrl("database URL: name one host where it is the folder of a socket");
        }
        return servers;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static void requireAddresses(List<String> addresses, List<String> hosts, Map<String, String> all) {
        if (!addresses.stream().allMatch(address -> IP_ADDRESS.matcher(address).matches())) {
            throw new InvalidDatabaseUrl("database URL: hostaddr must be an IP address; write a name as host");
        }
        if (addresses.size() != hosts.size()) {
            throw new InvalidDatabaseUrl("database URL: there must be as many addresses in hostaddr as hosts");
        }
        if (all.containsKey("host") && "verify-full".equals(all.get("sslmode"))) {
            throw new InvalidDatabaseUrl(
                    "database URL: verify-full cannot check the name of a hostaddr; leave out hostaddr");
        }
    }

    private static int port(String digits) {
        if (digits.isEmpty()) {
            return USUAL_PORT;
        }
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, with numbers out of range.
        }
        throw new InvalidDatabaseUrl("database URL: the port must be a number from 1 to 65535");
    }
}
