package derrick.migrations.database;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.NumberFormat;
import java.util.Calendar;
import java.util.TimeZone;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.postgresql.Driver;

/**
 * The JDBC driver. Its first connection in a process takes longer to load than to make, so that a command which will
 * want one can have that done while it still reads its options.
 */
public final class DatabaseDriver implements Runnable {
    private static final int SHA256_BITS = 256;

    private DatabaseDriver() {}

    /** Loads what a connection needs, in a thread that keeps no process from ending. */
    public static void loadInBackground() {
        Thread loading = new Thread(new DatabaseDriver(), "loads-the-database-driver");
        loading.setDaemon(true);
        loading.start();
    }

    @Override
    public void run() {
        TimeZone.getDefault();
        NumberFormat.getIntegerInstance();
        Calendar.getInstance();
        try {
            // What a log-in with a password asks of the JDK, which looks through its providers for it.
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(new char[] {'-'}, new byte[1], 1, SHA256_BITS));
            Mac.getInstance("HmacSHA256");
            new SecureRandom().nextBytes(new byte[1]);
        } catch (GeneralSecurityException unavailable) {
            // Whoever needs it will say so.
        }
        new Driver();
    }
}
