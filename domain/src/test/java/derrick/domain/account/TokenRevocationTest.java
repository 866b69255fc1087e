package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenRevocationTest {
    private final BlacklistedTokens tokens = new InMemoryBlacklistedTokens();
    private final SettableClock clock = new SettableClock(NOON);
    private final TokenRevocation revocation = new TokenRevocation(tokens, clock);
    private final TokenHash token = PasswordResetTokenSamples.freshHash();

    @Test
    void aRevokedTokenIsStored() {
        assertThat(revocation.isRevoked(token)).isFalse();

        assertThat(revocation.revoke(token, Optional.of(new UserId(1)), NOON.plusSeconds(60), "logout"))
                .isTrue();

        assertThat(revocation.isRevoked(token)).isTrue();
        assertThat(tokens.find(token))
                .contains(new BlacklistedToken(
                        token, Optional.of(new UserId(1)), NOON, NOON.plusSeconds(60), Optional.of("logout")));
    }

    @Test
    void revokingATokenAgainReturnsFalse() {
        revocation.revoke(token, Optional.empty(), NOON.plusSeconds(60), "logout");

        assertThat(revocation.revoke(token, Optional.empty(), NOON.plusSeconds(60), "refreshed"))
                .isFalse();
    }

    @Test
    void aRevocationIsStoredUntilTheTokenExpires() {
        revocation.revoke(token, Optional.empty(), NOON.plusNanos(1_000_001), "logout");
        clock.advance(Duration.ofNanos(1_001_000));
        assertThat(revocation.deleteExpired(10)).isZero();

        clock.advance(Duration.ofNanos(1000));
        assertThat(revocation.deleteExpired(10)).isEqualTo(1);
        assertThat(revocation.isRevoked(token)).isFalse();
    }
}
