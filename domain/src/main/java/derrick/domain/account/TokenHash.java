package derrick.domain.account;

import derrick.domain.field.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 hash of a token or of its ID, as 64 hexadecimal digits in lower case. */
public record TokenHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws derrick.domain.field.InvalidField if it is not 64 such digits */
    public TokenHash {
        Require.that(FORM.matcher(value).matches(), "token_hash", "must be 64 hexadecimal digits in lower case");
    }

    /** Returns the hash of a reset secret. */
    public static TokenHash of(ResetSecret secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(secret.value().getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }
}
