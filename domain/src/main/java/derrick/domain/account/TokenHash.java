package derrick.domain.account;

import derrick.domain.field.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What is kept of a token, or of its number: the SHA-256, as 64 hexadecimal digits in lower case. */
public record TokenHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws derrick.domain.field.InvalidField if it has another form */
    public TokenHash {
        Require.that(FORM.matcher(value).matches(), "token_hash", "must be 64 hexadecimal digits in lower case");
    }

    /** The hash of a token. */
    public static TokenHash of(ResetSecret token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(token.value().getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
