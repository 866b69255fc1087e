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
 * Opens connections in the background before a command needs them. The first connection takes half the time of a short
 * command, mostly to load the driver.
 */
final class ConnectionPrefetch {
    /**
     * The data sources by URL, password included. The key is not a DatabaseAddress, because the first hash of a record
     * generates code, which slows a short command.
     */
    private static final Map<String, DriverDataSource> DATA_SOURCES = new ConcurrentHashMap<>();

    private static final int SHA256_BITS = 256;

    private ConnectionPrefetch() {}

    /** Opens connections to the database that the settings choose, unless it is the embedded one. */
    static void take(DatabaseSettings settings, int connections) {
        Thread loading = new Thread(ConnectionPrefetch::loadLoginClasses, "load-login-classes");
        // A daemon does not keep the process alive.
        loading.setDaemon(true);
        loading.start();
        try {
            if (DatabaseChoice.from(settings) instanceof DatabaseChoice.External external) {
                DriverDataSource dataSource = external.address().driverDataSource();
                dataSource.request(connections);
                DATA_SOURCES.put(external.address().url(), dataSource);
                dataSource.openRequested();
            }
        } catch (InvalidDatabaseUrl | SQLException ignored) {
            // Opening the database reports it.
        }
    }

    /** Loads the cryptographic classes of a password login. The JDK finds them by a slow search of its providers. */
    private static void loadLoginClasses() {
        try {
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(new char[] {'-'}, new byte[1], 1, SHA256_BITS));
            Mac.getInstance("HmacSHA256");
            new SecureRandom().nextBytes(new byte[1]);
        } catch (GeneralSecurityException unavailable) {
            // The login reports it.
        }
        Calendar.getInstance();
    }

    /** Returns the data source of a database, with the connections that were opened or are being opened. */
    static DriverDataSource to(DatabaseAddress address) {
        return Optional.ofNullable(DATA_SOURCES.remove(address.url())).orElseGet(address::driverDataSource);
    }
}
