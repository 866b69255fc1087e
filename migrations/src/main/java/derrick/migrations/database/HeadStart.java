package derrick.migrations.database;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Databases that are being reached before anybody opens them. The first connection of a process takes as long as all
 * the rest of a short command, most of it for loading the driver.
 */
final class HeadStart {
    private static final Map<DatabaseAddress, FutureTask<DriverDataSource>> REACHING = new ConcurrentHashMap<>();

    private static final int SHA256_BITS = 256;

    private HeadStart() {}

    /** Reaches the database that these settings choose; an embedded one is left alone. */
    static void take(DatabaseSettings settings) {
        Thread loading = new Thread(HeadStart::loadWhatALogInNeeds, "loads-for-the-log-in");
        // It keeps no process from ending.
        loading.setDaemon(true);
        loading.start();
        reach(settings);
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

    private static void reach(DatabaseSettings settings) {
        try {
            if (DatabaseChoice.from(settings) instanceof DatabaseChoice.External external) {
                FutureTask<DriverDataSource> reaching = reaching(external.address());
                REACHING.put(external.address(), reaching);
                reaching.run();
            }
        } catch (InvalidDatabaseUrl wrong) {
            // Whoever opens it will hear so.
        }
    }

    private static FutureTask<DriverDataSource> reaching(DatabaseAddress address) {
        return new FutureTask<>(() -> {
            DriverDataSource dataSource = address.driverDataSource();
            dataSource.reach();
            return dataSource;
        });
    }

    /**
     * A database that answers, reached earlier or now.
     *
     * @throws SQLException if it does not, then or now: it is tried once
     */
    static DriverDataSource reached(DatabaseAddress address) throws SQLException {
        FutureTask<DriverDataSource> reaching =
                Optional.ofNullable(REACHING.remove(address)).orElseGet(() -> reaching(address));
        reaching.run();
        try {
            return reaching.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while connecting", interrupted);
        }
    }
}
