package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Tokens that count no more, for the tests of whatever keeps them. */
public final class BlacklistedTokenSamples {
    private BlacklistedTokenSamples() {}

    /** A token that would have ended at a time. */
    public static BlacklistedToken token(Optional<UserId> user, Instant expiresAt) {
        return new BlacklistedToken(
                PasswordResetTokenSamples.freshHash(), user, NOON, expiresAt, Optional.of("logout"));
    }

    /** One of every kind: of a user or of nobody known, with a reason and without, the longest text. */
    public static List<BlacklistedToken> everyKind(UserId user) {
        BlacklistedToken plain = token(Optional.of(user), NOON.plus(1, ChronoUnit.MICROS));
        return List.of(
                plain,
                token(Optional.empty(), NOON),
                because(token(Optional.of(user), NOON), Optional.empty()),
                because(token(Optional.of(user), NOON), Optional.of("")),
                because(token(Optional.of(user), NOON), Optional.of("𝄞".repeat(100))));
    }

    private static BlacklistedToken because(BlacklistedToken token, Optional<String> reason) {
        return new BlacklistedToken(token.hash(), token.user(), token.createdAt(), token.expiresAt(), reason);
    }
}
