package derrick.migrations.postgres;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The connection parameters of libpq, mapped to those of the JDBC driver. */
final class ConnectionParameter {
    private static final Map<String, String> DRIVER_NAMES = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("keepalives", "tcpKeepAlive"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("load_balance_hosts", "loadBalanceHosts"),
            Map.entry("require_auth", "requireAuth"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("target_session_attrs", "targetServerType"));

    private static final Map<String, Map<String, String>> DRIVER_VALUES = Map.of(
            "keepalives", Map.of("0", "false", "1", "true"),
            "load_balance_hosts", Map.of("disable", "false", "random", "true"),
            "target_session_attrs",
                    Map.of(
                            "any", "any",
                            "read-write", "primary",
                            "primary", "primary",
                            "read-only", "secondary",
                            "standby", "secondary",
                            "prefer-standby", "preferSecondary"));

    /** Parameters that {@link DatabaseAddress} handles itself. */
    private static final Set<String> OF_ADDRESS =
            Set.of("host", "hostaddr", "port", "dbname", "user", "password", "passfile");

    /** Accepted and ignored: the driver lacks them, or does the same without them. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "client_encoding",
            "fallback_application_name",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "sslcompression",
            "tcp_user_timeout");

    private static final String LEAVE_OUT = "leave it out";
    private static final String NAME_HOST = "name host, port and dbname";
    private static final String PASSWORD = "use a password";
    private static final String JAVA = "Java decides: jdk.tls.client.protocols";

    /** Parameters of libpq that the driver does not support, each with the fix. */
    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("gssdelegation", LEAVE_OUT),
            Map.entry("max_protocol_version", LEAVE_OUT),
            Map.entry("min_protocol_version", LEAVE_OUT),
            Map.entry("oauth_client_id", PASSWORD),
            Map.entry("oauth_client_secret", PASSWORD),
            Map.entry("oauth_issuer", PASSWORD),
            Map.entry("oauth_scope", PASSWORD),
            Map.entry("replication", LEAVE_OUT),
            Map.entry("requirepeer", LEAVE_OUT),
            Map.entry("requiressl", "write sslmode=require"),
            Map.entry("scram_client_key", PASSWORD),
            Map.entry("scram_server_key", PASSWORD),
            Map.entry("service", NAME_HOST),
            Map.entry("servicefile", NAME_HOST),
            Map.entry("ssl_max_protocol_version", JAVA),
            Map.entry("ssl_min_protocol_version", JAVA),
            Map.entry("sslcertmode", LEAVE_OUT),
            Map.entry("sslcrl", "leave it out: revocation is not checked"),
            Map.entry("sslcrldir", "leave it out: revocation is not checked"),
            Map.entry("sslkeylogfile", LEAVE_OUT),
            Map.entry("sslsni", LEAVE_OUT));

    /** Allowed values, for parameters that the driver would check only when it connects. */
    private static final Map<String, Pattern> VALUES = Map.of(
            "sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
            "channel_binding", Pattern.compile("disable|prefer|require"),
            "gssencmode", Pattern.compile("disable|allow|prefer|require"),
            "keepalives", Pattern.compile("0|1"),
            "load_balance_hosts", Pattern.compile("disable|random"),
            "sslnegotiation", Pattern.compile("postgres|direct"),
            "target_session_attrs", Pattern.compile("any|read-write|read-only|primary|standby|prefer-standby"),
            "connect_timeout", Pattern.compile("[0-9]{1,6}"));

    private ConnectionParameter() {}

    /**
     * Checks that a parameter is supported and has a valid value. Messages show neither the value nor an unknown name,
     * since both may be part of a password with an unescaped question mark.
     *
     * @param subject the source and the name, for messages
     * @throws InvalidDatabaseUrl if it is not
     */
    static void require(String subject, String name, String value) {
        String fix = UNSUPPORTED.get(name);
        if (fix != null) {
            throw new InvalidDatabaseUrl(subject + " is known to libpq but not supported; " + fix);
        }
        if (!OF_ADDRESS.contains(name) && !WITHOUT_EFFECT.contains(name) && !inDriver(name)) {
            throw notKnown(name);
        }
        Pattern values = VALUES.get(name);
        if (values != null && !values.matcher(value).matches()) {
            throw new InvalidDatabaseUrl(
                    subject + " must be " + values.pattern().replace("|", ", "));
        }
    }

    private static boolean inDriver(String name) {
        try {
            new PGSimpleDataSource().getProperty(DRIVER_NAMES.getOrDefault(name, name));
            return true;
        } catch (SQLException unsupported) {
            return false;
        }
    }

    /** Sets a parameter of the driver. */
    static void apply(String name, String value, PGSimpleDataSource dataSource) {
        if (WITHOUT_EFFECT.contains(name) || OF_ADDRESS.contains(name)) {
            return;
        }
        try {
            String driverValue = DRIVER_VALUES.getOrDefault(name, Map.of()).getOrDefault(value, value);
            dataSource.setProperty(DRIVER_NAMES.getOrDefault(name, name), driverValue);
        } catch (SQLException unsupported) {
            throw notKnown(name);
        }
    }

    private static InvalidDatabaseUrl notKnown(String name) {
        return new InvalidDatabaseUrl(nearest(name)
                .map("database URL: there is no such parameter after the ?; did you mean %s?"::formatted)
                .orElse("database URL: after the ? there is a parameter that is not known;"
                        + " libpq's are, such as sslmode=require (a ? in a password is written %3F)"));
    }

    /** Returns the known name closest to a misspelt one; empty if none is close. */
    private static Optional<String> nearest(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Stream.of(
                        OF_ADDRESS.stream(),
                        WITHOUT_EFFECT.stream(),
                        DRIVER_NAMES.keySet().stream(),
                        UNSUPPORTED.keySet().stream(),
                        VALUES.keySet().stream(),
                        Stream.of("options", "sslcert", "sslkey", "sslpassword", "sslrootcert"))
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .filter(known -> distance(small, known) <= Math.min(2, known.length() / 4))
                .min((one, other) -> Integer.compare(distance(small, one), distance(small, other)));
    }

    /** Returns the Levenshtein distance of two words. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            row[at] = at;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
