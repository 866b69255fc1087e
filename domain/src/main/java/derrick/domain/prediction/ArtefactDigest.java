package derrick.domain.prediction;

import derrick.domain.field.Require;
import java.util.regex.Pattern;

/** The SHA-256 hash of a model's file, as 64 hexadecimal digits in lower case. */
public record ArtefactDigest(String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws derrick.domain.field.InvalidField if it is not 64 such digits */
    public ArtefactDigest {
        Require.that(FORM.matcher(sha256).matches(), "artifact_sha256", "must be 64 hexadecimal digits in lower case");
    }

    @Override
    public String toString() {
        return sha256;
    }
}
