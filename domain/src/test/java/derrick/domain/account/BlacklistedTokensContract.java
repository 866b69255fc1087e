package derrick.domain.account;

import static derrick.domain.account.BlacklistedTokenSamples.token;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every adapter of {@link BlacklistedTokens} does. The store may hold anything before a test and is not cleaned
 * after it.
 */
public interface BlacklistedTokensContract {
    /** The store under test. */
    BlacklistedTokens tokens();

    /** Somebody the store knows. */
    UserId freshUser();

    @Test
    default void aTokenOfEveryKindComesBackAsItWas() {
        List<BlacklistedToken> everyKind = BlacklistedTokenSamples.everyKind(freshUser());

        assertThat(everyKind)
                .allSatisfy(token -> assertThat(tokens().add(token)).isTrue());

        assertThat(everyKind)
                .allSatisfy(token -> assertThat(tokens().find(token.hash())).contains(token));
        assertThat(tokens().find(PasswordResetTokenSamples.freshHash())).isEmpty();
    }

    @Test
    default void theFirstToTakeATokenBackIsTold() {
        BlacklistedToken token = token(Optional.empty(), NOON);
        BlacklistedToken again = new BlacklistedToken(
                token.hash(), Optional.of(freshUser()), NOON.plusSeconds(9), NOON.plusSeconds(9), Optional.empty());

        assertThat(tokens().add(token)).isTrue();
        assertThat(tokens().add(again)).isFalse();

        assertThat(tokens().find(token.hash())).contains(token);
    }

    @Test
    default void whatHasExpiredIsForgottenAFewAtATime() {
        Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
        List<BlacklistedToken> expired =
                Stream.generate(() -> token(Optional.empty(), longAgo)).limit(5).toList();
        BlacklistedToken onTime = token(Optional.empty(), longAgo.plusNanos(1000));
        expired.forEach(tokens()::add);
        tokens().add(onTime);

        assertThat(tokens().removeExpired(onTime.expiresAt(), 3)).isEqualTo(3);
        assertThat(tokens().removeExpired(onTime.expiresAt(), 3)).isEqualTo(2);
        assertThat(tokens().removeExpired(onTime.expiresAt(), 3)).isZero();

        assertThat(expired)
                .allSatisfy(token -> assertThat(tokens().find(token.hash())).isEmpty());
        assertThat(tokens().find(onTime.hash())).contains(onTime);
        tokens().removeExpired(onTime.expiresAt().plusNanos(1000), 1);
    }
}
