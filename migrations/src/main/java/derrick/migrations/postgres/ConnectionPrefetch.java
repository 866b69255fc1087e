package derrick.migrations.postgres;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Databases that are being reached before anybody opens them. The first connection of a process takes as long as all
 * the rest of a short command, most of it for loading the driver.
 */
final class ConnectionPrefetch {
    /**
     * By the URL, password and all. An address would do as well, but before the JVM compares two records it generates
     * code for that, which a short command would wait for.
     */
    private static final Map<String, DriverDataSource> REACHED = new ConcurrentHashMap<>();

    private static final int SHA256_BITS = 256;

    private ConnectionPrefetch() {}

    /** Makes so many connections to the database that these settings choose; an embedded one is left alone. */
    static void take(DatabaseSettings settings, int connections) {
        Thread loading = new Thread(ConnectionPrefetch::loadWhatALogInNeeds, "loads-for-the-log-in");
        // It keeps no process from ending.
        loading.setDaemon(true);
        loading.start();
        try {
            if (DatabaseChoice.from(settings) instanceof DatabaseChoice.External external) {
                DriverDataSource dataSource = external.address().driverDataSource();
                dataSource.order(connections);
                REACHED.put(external.address().url(), dataSource);
                dataSource.makeOrdered();
            }
        } catch (InvalidDatabaseUrl | SQLException wrong) {
            // Whoever opens it will hear so.
        }
    }

    /** What a log-in with a password asks of the JDK, which looks for it in all that its providers have. */
    private static void loadWhatALogInNeeds() {
        try {
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(new char[] {'-'}, new byte[1], 1, SHA256_BITS));
            Mac.getInstance("HmacSHA256");
            new SecureRandom().nextBytes(new byte[1]);
        } catch (GeneralSecurityException unavailable) {
            // Whoever logs in will hear so.
        }
        Calendar.getInstance();
    }

    /** The way to a database, with the connections that were made, or are being made. */
    static DriverDataSource to(DatabaseAddress address) {
        return Optional.ofNullable(REACHED.remove(address.url())).orElseGet(address::driverDataSource);
    }
}
