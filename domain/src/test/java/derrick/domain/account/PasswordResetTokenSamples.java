package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;

import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Password reset tokens for tests. */
public final class PasswordResetTokenSamples {
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordResetTokenSamples() {}

    /** Returns the hash of a random secret. */
    public static TokenHash freshHash() {
        return TokenHash.of(ResetSecret.random(RANDOM));
    }

    /** Returns an unused token that expires ten minutes after noon. */
    public static PasswordResetToken unused(UserId user) {
        return new PasswordResetToken(freshHash(), user, NOON, NOON.plusSeconds(600), new PasswordResetToken.Unused());
    }

    /** Returns an unused and a used token. */
    public static List<PasswordResetToken> everyKind(UserId user) {
        return List.of(unused(user), unused(user).redeem(NOON.plus(1, ChronoUnit.MICROS)));
    }
}
