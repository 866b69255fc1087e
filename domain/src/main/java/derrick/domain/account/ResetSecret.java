package derrick.domain.account;

import java.security.SecureRandom;
import java.util.Base64;

/** A text that gives access to its holder. It is handed out once, kept nowhere and never shown. */
public record ResetSecret(String value) {
    private static final int BYTES = 32;

    /** A new one of 256 bits, fit to stand in a link. */
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
