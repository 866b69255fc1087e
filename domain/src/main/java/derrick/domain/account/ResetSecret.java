package derrick.domain.account;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text that permits one password reset. It is mailed to the user and not stored; {@link #toString} hides it.
 */
public record ResetSecret(String value) {
    private static final int BYTES = 32;

    /** Returns a new secret of 256 bits, in characters that are safe in a URL. */
    public static ResetSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ResetSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
