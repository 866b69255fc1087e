package derrick.migrations.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses a database URL. Messages quote no part of an invalid URL, since any may belong to a password.
 *
 * @param text as the user wrote it
 */
record DatabaseUrl(String text) {
    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:postgresql|postgres(?:ql)?(?:\\+[a-z0-9_]+)?)://"
                    + "(?<authority>[^/?]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?",
            Pattern.CASE_INSENSITIVE);
    private static final String SERVER = "(?:\\[[^\\]@]*\\]|[^:@\\[\\],]*)(?::[^:@,]*)?";
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<user>[^:]*)(?::(?<password>.*))?@)?(?<servers>" + SERVER + "(?:," + SERVER + ")*)");
    /** A host parameter of SQLAlchemy, which names one server each. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:[^:]+|\\[.*\\]):[0-9]+");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?");

    LibpqParameters parameters() {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            throw new InvalidDatabaseUrl(
                    "database URL: it must look like postgresql://user:password@host:5432/database");
        }
        String database = Optional.ofNullable(url.group("database")).orElse("");
        String query = Optional.ofNullable(url.group("query")).orElse("");
        if (database.contains("@") || query.contains("@") || database.contains("/")) {
            throw new InvalidDatabaseUrl("database URL: write / ? @ in user, password and values as %2F %3F %40");
        }
        Matcher authority = AUTHORITY.matcher(url.group("authority"));
        if (!authority.matches()) {
            throw new InvalidDatabaseUrl(
                    "database URL: between :// and / there must be user:password@host:port, an IPv6 address in [ ]");
        }
        Map<String, String> named = new LinkedHashMap<>();
        put(named, "user", authority.group("user"));
        put(named, "password", authority.group("password"));
        addServers(authority.group("servers"), named);
        put(named, "dbname", database);
        addQuery(query, named);
        requireHost(named);
        return new LibpqParameters(named);
    }

    private static void put(Map<String, String> named, String name, @Nullable String escaped) {
        if (escaped != null && !escaped.isEmpty()) {
            named.put(name, unescaped(escaped));
        }
    }

    /** Adds hosts and ports as lists; no list of ports if the URL has none. */
    private static void addServers(String servers, Map<String, String> named) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String server : servers.split(",", -1)) {
            int colon = server.indexOf(':', server.indexOf(']') + 1);
            hosts.add(unbracketed(colon < 0 ? server : server.substring(0, colon)));
            ports.add(colon < 0 ? "" : server.substring(colon + 1));
        }
        if (!servers.isEmpty() && !hosts.equals(List.of(""))) {
            put(named, "host", String.join(",", hosts));
        }
        if (!ports.stream().allMatch(String::isEmpty)) {
            put(named, "port", String.join(",", ports));
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static void addQuery(String query, Map<String, String> named) {
        if (query.isEmpty()) {
            return;
        }
        List<String> hosts = new ArrayList<>();
        for (String assignment : query.split("&", -1)) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new InvalidDatabaseUrl("database URL: after the ? there must be name=value, joined by &");
            }
            String name = unescaped(assignment.substring(0, equals));
            String value = unescaped(assignment.substring(equals + 1));
            if (name.equals("host")) {
                hosts.add(value);
            } else {
                named.put(name, value);
            }
        }
        if (hosts.stream().anyMatch(host -> HOST_AND_PORT.matcher(host).matches())) {
            addServers(String.join(",", hosts), named);
        } else if (!hosts.isEmpty()) {
            named.put("host", String.join(",", hosts));
        }
    }

    private static void requireHost(Map<String, String> named) {
        for (String host : named.getOrDefault("host", "localhost").split(",", -1)) {
            if (!host.isEmpty() && !host.startsWith("/") && !HOST.matcher(host).matches()) {
                throw new InvalidDatabaseUrl(
                        "database URL: a host must be a name, an address, or the folder of a socket, from / on");
            }
        }
    }

    /** Decodes percent-escapes. A plus sign is not a space. */
    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] != '%') {
                bytes.write(utf8[i]);
                continue;
            }
            int high = i + 2 <= utf8.length - 1 ? Character.digit(utf8[i + 1], 16) : -1;
            int low = i + 2 <= utf8.length - 1 ? Character.digit(utf8[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw new InvalidDatabaseUrl("database URL: after a % there must be two hex digits; a % itself is %25");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidDatabaseUrl("database URL: the %-escapes are not UTF-8");
        }
    }
}
