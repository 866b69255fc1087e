package derrick.migrations.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** What the parameters of libpq are called in the JDBC driver. */
final class ConnectionParameter {
    private static final Map<String, String> DRIVER_NAMES = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("keepalives", "tcpKeepAlive"),
            Map.entry("sslnegotiation", "sslNegotiation"));

    /** They tune the connection, or ask for what the driver does anyway; the driver has no such setting. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "client_encoding",
            "fallback_application_name",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "sslcompression",
            "tcp_user_timeout");

    /** What the driver would find wrong only when it connects. */
    private static final Map<String, Pattern> VALUES = Map.of(
            "sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
            "channel_binding", Pattern.compile("disable|prefer|require"),
            "connect_timeout", Pattern.compile("[0-9]{1,6}"));

    private ConnectionParameter() {}

    /**
     * Refuses a parameter that the driver does not have, or a value that it cannot use. Neither the value is shown nor
     * a name that is not known: behind a ? that was not escaped it may be the rest of a password.
     */
    static void require(String name, String value) {
        if (!WITHOUT_EFFECT.contains(name) && !inDriver(name)) {
            throw notKnown();
        }
        Pattern values = VALUES.get(name);
        if (values != null && !values.matcher(value).matches()) {
            throw new InvalidDatabaseUrl(
                    "database URL: " + name + " must be " + values.pattern().replace("|", ", "));
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

    static void apply(String name, String value, PGSimpleDataSource dataSource) {
        if (WITHOUT_EFFECT.contains(name)) {
            return;
        }
        try {
            String driverValue = "keepalives".equals(name) ? Boolean.toString(!"0".equals(value)) : value;
            dataSource.setProperty(DRIVER_NAMES.getOrDefault(name, name), driverValue);
        } catch (SQLException unsupported) {
            throw notKnown();
        }
    }

    private static InvalidDatabaseUrl notKnown() {
        return new InvalidDatabaseUrl("database URL: after the ? there is a parameter that is not known;"
                + " libpq's are, such as sslmode=require (a ? in a password is written %3F)");
    }
}
