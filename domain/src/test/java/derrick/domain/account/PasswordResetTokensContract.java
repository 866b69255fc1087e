package derrick.domain.account;

import static derrick.domain.account.PasswordResetTokenSamples.unused;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.testing.EverySubtype;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every adapter of {@link PasswordResetTokens} does. The store may hold anything before a test and is not cleaned
 * after it.
 */
public interface PasswordResetTokensContract {
    /** The store under test. */
    PasswordResetTokens tokens();

    /** Somebody the store knows. */
    UserId freshUser();

    @Test
    default void aTokenOfEveryKindComesBackAsItWas() {
        List<PasswordResetToken> everyKind = PasswordResetTokenSamples.everyKind(freshUser());
        everyKind.forEach(tokens()::add);

        assertThat(everyKind)
                .allSatisfy(token -> assertThat(tokens().find(token.hash())).contains(token));
        EverySubtype.isAmong(everyKind.stream().map(PasswordResetToken::use).toList(), PasswordResetToken.Use.class);
    }

    @Test
    default void aTokenThatNobodyWasGivenIsNotFound() {
        assertThat(tokens().find(PasswordResetTokenSamples.freshHash())).isEmpty();
    }

    @Test
    default void aTokenIsUsedOnce() {
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
