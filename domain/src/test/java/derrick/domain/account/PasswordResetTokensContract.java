package derrick.domain.account;

import static derrick.domain.account.PasswordResetTokenSamples.unused;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.testing.SealedSubtypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link PasswordResetTokens} passes. Tests do not depend on other stored rows. */
public interface PasswordResetTokensContract {
    /** Returns the adapter under test. */
    PasswordResetTokens tokens();

    /** Returns the ID of a stored user. */
    UserId freshUser();

    @Test
    default void tokensAreReadAsTheyWereStored() {
        List<PasswordResetToken> everyKind = PasswordResetTokenSamples.everyKind(freshUser());
        everyKind.forEach(tokens()::add);

        assertThat(everyKind)
                .allSatisfy(token -> assertThat(tokens().find(token.hash())).contains(token));
        SealedSubtypes.assertAllPresent(
                everyKind.stream().map(PasswordResetToken::use).toList(), PasswordResetToken.Use.class);
    }

    @Test
    default void anUnknownTokenIsNotFound() {
        assertThat(tokens().find(PasswordResetTokenSamples.freshHash())).isEmpty();
    }

    @Test
    default void aTokenIsReplacedOnce() {
        PasswordResetToken token = unused(freshUser());
        PasswordResetToken other = unused(token.user());
        tokens().add(token);
        tokens().add(other);

        assertThat(tokens().replace(token, token.redeem(NOON))).isTrue();
        assertThat(tokens().replace(token, token.redeem(NOON.plusSeconds(1)))).isFalse();

        assertThat(tokens().find(token.hash())).contains(token.redeem(NOON));
        assertThat(tokens().find(other.hash())).contains(other);
    }
}
