package derrick.migrations.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.sql.DataSource;

/**
 * Where a PostgreSQL database is and who asks for it. The password is in {@link #url} alone.
 *
 * @param host a name or an address, an IPv6 address without brackets; or the folder in which the server's socket is
 * @param password empty if the server asks for none, or {@code ~/.pgpass} knows it
 * @param parameters what else was said about the connection, under the names of libpq
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        Optional<String> password,
        Map<String, String> parameters) {
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int LOGIN_TIMEOUT_SECONDS = 10;

    public DatabaseAddress {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a URL as users of libpq, SQLAlchemy and JDBC write it.
     *
     * @throws InvalidDatabaseUrl if it is none; the message shows nothing of the URL
     */
    public static DatabaseAddress parse(String url) {
        return parse(url, Map.of());
    }

    /**
     * Reads a URL; what it leaves out comes from the {@code PG*} variables of the environment, as libpq does it.
     *
     * @throws InvalidDatabaseUrl if it is none; the message shows nothing of the URL
     */
    public static DatabaseAddress parse(String url, Map<String, String> environment) {
        return new DatabaseUrl(url).parts().address(environment);
    }

    /** Another database of the same server, asked for by the same one in the same way. */
    public DatabaseAddress beside(String other) {
        return new DatabaseAddress(host, port, other, user, password, parameters);
    }

    /** The address as libpq reads it, with the password. */
    public String url() {
        String secret = password.map(word -> ":" + escaped(word)).orElse("");
        StringJoiner query = new StringJoiner("&", isSocket() ? "&" : "?", "").setEmptyValue("");
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(parameter -> query.add(escaped(parameter.getKey()) + "=" + escaped(parameter.getValue())));
        return "postgresql://" + escaped(user) + secret + "@" + place() + query;
    }

    /** The address as a person may see it: neither password nor parameters. */
    public String redacted() {
        return "postgresql://" + escaped(user) + "@" + place();
    }

    /** The address as libpq's programs find it in their environment, with the password. */
    public Map<String, String> environment() {
        Map<String, String> parts = new HashMap<>(parameters);
        parts.put("host", host);
        parts.put("port", Integer.toString(port));
        parts.put("dbname", database);
        parts.put("user", user);
        password.ifPresent(secret -> parts.put("password", secret));
        return DatabaseParts.environment(parts);
    }

    private boolean isSocket() {
        return host.startsWith("/");
    }

    private String place() {
        if (isSocket()) {
            return "/%s?host=%s&port=%d"
                    .formatted(escaped(database), escaped(host).replace("%2F", "/"), port);
        }
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return bracketed + ":" + port + "/" + escaped(database);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Connections to the database, each new; the server sees them as {@code derrick}. */
    public DataSource dataSource() {
        return driverDataSource();
    }

    DriverDataSource driverDataSource() {
        DriverDataSource dataSource = new DriverDataSource();
        dataSource.setServerNames(new String[] {isSocket() ? "localhost" : host});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        dataSource.setPassword(password.orElse(null));
        dataSource.setApplicationName("derrick");
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        dataSource.setLoginTimeout(LOGIN_TIMEOUT_SECONDS);
        parameters.forEach((name, value) -> ConnectionParameter.apply(name, value, dataSource));
        if (isSocket()) {
            dataSource.setSocketFactory(SocketFile.class.getName());
            dataSource.setSocketFactoryArg(SocketFile.in(host, port).toString());
            // As libpq does it: nobody can listen in on a file.
            dataSource.setSslMode("disable");
            dataSource.setGssEncMode("disable");
        }
        return dataSource;
    }

    @Override
    public String toString() {
        return redacted();
    }
}
