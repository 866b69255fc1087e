package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Revoked tokens for tests. */
public final class BlacklistedTokenSamples {
    private BlacklistedTokenSamples() {}

    /** Returns a revoked token that expires at a time. */
    public static BlacklistedToken token(Optional<UserId> user, Instant expiresAt) {
        return new BlacklistedToken(
                PasswordResetTokenSamples.freshHash(), user, NOON, expiresAt, Optional.of("logout"));
    }

    /** Returns tokens with and without a user and a reason, one with the longest reason. */
    public static List<BlacklistedToken> everyKind(UserId user) {
        BlacklistedToken plain = token(Optional.of(user), NOON.plus(1, ChronoUnit.MICROS));
        return List.of(
                plain,
                token(Optional.empty(), NOON),
                withReason(token(Optional.of(user), NOON), Optional.empty()),
                withReason(token(Optional.of(user), NOON), Optional.of("")),
                withReason(token(Optional.of(user), NOON), Optional.of("𝄞".repeat(100))));
    }

    private static BlacklistedToken withReason(BlacklistedToken token, Optional<String> reason) {
        return new BlacklistedToken(token.hash(), token.user(), token.createdAt(), token.expiresAt(), reason);
    }
}
