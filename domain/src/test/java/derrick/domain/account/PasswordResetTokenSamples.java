package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;

import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Password reset tokens for tests. */
public final class PasswordResetTokenSamples {
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordResetTokenSamples() {}

    /** The hash of a secret that unknown has. */
    public static TokenHash freshHash() {
        return TokenHash.of(ResetSecret.random(RANDOM));
    }

    /** One that is good until ten past noon. */
    public static PasswordResetToken unused(UserId user) {
        return new PasswordResetToken(freshHash(), user, NOON, NOON.plusSeconds(600), new PasswordResetToken.Unused());
    }

    /** One of every kind. */
    public static List<PasswordResetToken> everyKind(UserId user) {
        return List.of(unused(user), unused(user).redeem(NOON.plus(1, ChronoUnit.MICROS)));
    }
}
