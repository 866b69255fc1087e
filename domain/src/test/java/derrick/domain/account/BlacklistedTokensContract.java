package derrick.domain.account;

import static derrick.domain.account.BlacklistedTokenSamples.token;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link BlacklistedTokens} passes. Tests do not depend on other stored rows. */
public interface BlacklistedTokensContract {
    /** Returns the adapter under test. */
    BlacklistedTokens tokens();

    /** Returns the ID of a stored user. */
    UserId freshUser();

    @Test
    default void tokensAreReadAsTheyWereStored() {
        List<BlacklistedToken> everyKind = BlacklistedTokenSamples.everyKind(freshUser());

        assertThat(everyKind)
                .allSatisfy(token -> assertThat(tokens().add(token)).isTrue());

        assertThat(everyKind)
                .allSatisfy(token -> assertThat(tokens().find(token.hash())).contains(token));
        assertThat(tokens().find(PasswordResetTokenSamples.freshHash())).isEmpty();
    }

    @Test
    default void onlyTheFirstRevocationOfATokenReturnsTrue() {
        BlacklistedToken token = token(Optional.empty(), NOON);
        BlacklistedToken again = new BlacklistedToken(
                token.hash(), Optional.of(freshUser()), NOON.plusSeconds(9), NOON.plusSeconds(9), Optional.empty());

        assertThat(tokens().add(token)).isTrue();
        assertThat(tokens().add(again)).isFalse();

        assertThat(tokens().find(token.hash())).contains(token);
    }

    @Test
    default void expiredTokensAreDeletedUpToALimit() {
        Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
        List<BlacklistedToken> expired =
                Stream.generate(() -> token(Optional.empty(), longAgo)).limit(5).toList();
        BlacklistedToken atTheBoundary = token(Optional.empty(), longAgo.plusNanos(1000));
        expired.forEach(tokens()::add);
        tokens().add(atTheBoundary);

        assertThat(tokens().removeExpired(atTheBoundary.expiresAt(), 3)).isEqualTo(3);
        assertThat(tokens().removeExpired(atTheBoundary.expiresAt(), 3)).isEqualTo(2);
        assertThat(tokens().removeExpired(atTheBoundary.expiresAt(), 3)).isZero();

        assertThat(expired)
                .allSatisfy(token -> assertThat(tokens().find(token.hash())).isEmpty());
        assertThat(tokens().find(atTheBoundary.hash())).contains(atTheBoundary);
        tokens().removeExpired(atTheBoundary.expiresAt().plusNanos(1000), 1);
    }
}
