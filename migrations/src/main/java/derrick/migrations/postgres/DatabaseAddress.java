package derrick.migrations.postgres;

import derrick.migrations.postgres.socket.UnixSocketFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The address of a PostgreSQL database and the user of the connection. The password is in {@link #url} alone.
 *
 * @param servers at least one; a connection uses the first that answers and matches target_session_attrs
 * @param password empty if the server needs none, or a password file has it
 * @param parameters further connection parameters, under their libpq names
 */
public record DatabaseAddress(
        List<Server> servers, String database, String user, Optional<String> password, Map<String, String> parameters) {
    /**
     * A server.
     *
     * @param host a name, an address (IPv6 without brackets) or the folder of a Unix socket
     */
    public record Server(String host, int port) {
        boolean isSocket() {
            return host.startsWith("/");
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int LOGIN_TIMEOUT_SECONDS = 10;

    public DatabaseAddress {
        servers = List.copyOf(servers);
        parameters = Map.copyOf(parameters);
    }

    /** Creates the address of a database on one server. */
    public DatabaseAddress(
            String host,
            int port,
            String database,
            String user,
            Optional<String> password,
            Map<String, String> parameters) {
        this(List.of(new Server(host, port)), database, user, password, parameters);
    }

    /** Returns the host of the first server. */
    public String host() {
        return servers.get(0).host();
    }

    /** Returns the port of the first server. */
    public int port() {
        return servers.get(0).port();
    }

    /**
     * Parses a URL in the form of libpq, SQLAlchemy or JDBC.
     *
     * @throws InvalidDatabaseUrl if it is invalid; the message shows no part of it
     */
    public static DatabaseAddress parse(String url) {
        return parse(url, Map.of());
    }

    /**
     * Parses a URL, with defaults from the {@code PG*} variables of the environment, as in libpq.
     *
     * @throws InvalidDatabaseUrl if it is invalid; the message shows no part of it
     */
    public static DatabaseAddress parse(String url, Map<String, String> environment) {
        return new DatabaseUrl(url).parameters().address(environment);
    }

    /** Returns the address of another database on the same server. */
    public DatabaseAddress beside(String other) {
        return new DatabaseAddress(servers, other, user, password, parameters);
    }

    /** Returns this address with another role. */
    DatabaseAddress as(String role, String secret) {
        return new DatabaseAddress(servers, database, role, Optional.of(secret), parameters);
    }

    /** Returns this address with one more parameter. */
    DatabaseAddress with(String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return new DatabaseAddress(servers, database, user, password, more);
    }

    /** Returns the URL in the form of libpq, with the password. */
    public String url() {
        String secret = password.map(text -> ":" + escaped(text)).orElse("");
        StringJoiner query = new StringJoiner("&", isSocket() ? "&" : "?", "").setEmptyValue("");
        new TreeMap<>(parameters).forEach((name, value) -> query.add(escaped(name) + "=" + escaped(value)));
        return "postgresql://" + escaped(user) + secret + "@" + location() + query;
    }

    /** Returns the URL for display, without password and parameters. */
    public String redacted() {
        return "postgresql://" + escaped(user) + "@" + location();
    }

    /** Returns the environment variables of libpq for this address, with the password. */
    public Map<String, String> environment() {
        Map<String, String> parts = new HashMap<>(parameters);
        parts.put("host", servers.stream().map(Server::host).collect(Collectors.joining(",")));
        parts.put(
                "port",
                servers.stream().map(server -> Integer.toString(server.port())).collect(Collectors.joining(",")));
        parts.put("dbname", database);
        parts.put("user", user);
        password.ifPresent(secret -> parts.put("password", secret));
        return LibpqParameters.environment(parts);
    }

    private boolean isSocket() {
        return servers.get(0).isSocket();
    }

    private String location() {
        if (isSocket()) {
            return "/%s?host=%s&port=%d"
                    .formatted(escaped(database), escaped(host()).replace("%2F", "/"), port());
        }
        return servers.stream().map(Server::toString).collect(Collectors.joining(",")) + "/" + escaped(database);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns a data source without a pool. Its application_name is {@code derrick}. */
    public DataSource dataSource() {
        return driverDataSource();
    }

    DriverDataSource driverDataSource() {
        DriverDataSource dataSource = new DriverDataSource();
        dataSource.setServerNames(connectHosts());
        dataSource.setPortNumbers(servers.stream().mapToInt(Server::port).toArray());
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        dataSource.setPassword(password.or(this::savedPassword).orElse(null));
        dataSource.setApplicationName("derrick");
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        dataSource.setLoginTimeout(LOGIN_TIMEOUT_SECONDS * servers.size());
        parameters.forEach((name, value) -> ConnectionParameter.apply(name, value, dataSource));
        if (isSocket()) {
            UnixSocketFactory.use(dataSource, host(), port());
        }
        return dataSource;
    }

    /** Returns the names or addresses to connect to. */
    private String[] connectHosts() {
        String addresses = parameters.get("hostaddr");
        return addresses == null
                ? servers.stream()
                        .map(server -> server.isSocket() ? "localhost" : server.host())
                        .toArray(String[]::new)
                : addresses.split("\\s*,\\s*", -1);
    }

    /**
     * Returns the password of a password file where the driver does not look: passfile, hostaddr or several servers.
     */
    private Optional<String> savedPassword() {
        Optional<PasswordFile> named =
                Optional.ofNullable(parameters.get("passfile")).map(Path::of).map(PasswordFile::new);
        return named.or(() -> servers.size() > 1 || parameters.containsKey("hostaddr")
                        ? Optional.of(PasswordFile.ofUser())
                        : Optional.empty())
                .flatMap(file -> file.password(servers, database, user));
    }

    @Override
    public String toString() {
        return redacted();
    }
}
