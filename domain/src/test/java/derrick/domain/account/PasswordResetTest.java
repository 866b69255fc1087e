package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.account.PasswordReset.PasswordResetRefused;
import derrick.domain.store.DirectTransactions;
import derrick.domain.time.SettableClock;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PasswordResetTest {
    private static final PasswordHash NEW_PASSWORD = new PasswordHash("next");

    private final Users users = new InMemoryUsers();
    private final PasswordResetTokens tokens = new InMemoryPasswordResetTokens();
    private final SettableClock clock = new SettableClock(NOON);
    private final PasswordReset reset =
            new PasswordReset(users, tokens, new DirectTransactions(), new SecureRandom(), clock);
    private final User user = UserSamples.user(users.nextId());

    PasswordResetTest() {
        users.add(user);
    }

    @Test
    void aSecretSetsANewPassword() {
        ResetSecret secret = requestSecret();
        clock.advance(Duration.ofSeconds(1));

        User after = reset.redeem(secret, NEW_PASSWORD);

        assertThat(users.find(user.id()))
                .contains(after)
                .contains(user.withPassword(NEW_PASSWORD, NOON.plusSeconds(1)));
        assertThat(after.sessionsValidFrom()).contains(NOON.plusSeconds(1));
    }

    @Test
    void onlyTheHashOfASecretIsStored() {
        ResetSecret secret = requestSecret();

        PasswordResetToken stored = tokens.find(TokenHash.of(secret)).orElseThrow();

        assertThat(stored.toString()).doesNotContain(secret.value());
        assertThat(stored.expiresAt()).isEqualTo(NOON.plus(PasswordReset.VALIDITY));
    }

    @Test
    void aSecretCanBeUsedOnce() {
        ResetSecret secret = requestSecret();
        clock.advance(Duration.ofSeconds(1));
        reset.redeem(secret, NEW_PASSWORD);

        assertRefused(secret, "the reset token was used already; request a new one");
        assertThat(users.find(user.id()).map(User::password)).contains(NEW_PASSWORD);
    }

    @Test
    void aSecretExpires() {
        ResetSecret inTime = requestSecret();
        clock.advance(PasswordReset.VALIDITY.minusNanos(1000));
        assertThat(reset.redeem(inTime, NEW_PASSWORD).password()).isEqualTo(NEW_PASSWORD);

        clock.advance(Duration.ofNanos(1000));
        ResetSecret tooLate = requestSecret();
        clock.advance(PasswordReset.VALIDITY);
        assertRefused(tooLate, "the reset token has expired; request a new one");
        assertThat(users.find(user.id()).map(User::password)).contains(NEW_PASSWORD);
    }

    @Test
    void aNewPasswordInvalidatesEarlierSecrets() {
        ResetSecret first = requestSecret();
        ResetSecret second = requestSecret();
        clock.advance(Duration.ofSeconds(1));
        reset.redeem(second, NEW_PASSWORD);

        assertRefused(first, "the reset token has expired; request a new one");
    }

    @Test
    void anUnknownSecretIsRefused() {
        assertRefused(ResetSecret.random(new SecureRandom()), "the reset token is unknown; request a new one");
    }

    @Test
    void noSecretIsIssuedForAnAddressWithoutAnActiveUser() {
        assertThat(reset.request(new EmailAddress("unknown@rig.example"))).isEmpty();
        users.replace(user, user.deactivated(NOON));
        assertThat(reset.request(user.email())).isEmpty();
    }

    @Test
    void aUserDeactivatedMeanwhileCannotResetThePassword() {
        ResetSecret secret = requestSecret();
        users.replace(user, user.deactivated(NOON));

        assertRefused(secret, "the reset token is unknown; request a new one");
        assertThat(users.find(user.id()).map(User::password)).contains(user.password());
    }

    private ResetSecret requestSecret() {
        PasswordReset.Issued issued = reset.request(user.email()).orElseThrow();
        assertThat(issued.user().id()).isEqualTo(user.id());
        return issued.secret();
    }

    private void assertRefused(ResetSecret secret, String message) {
        assertThatThrownBy(() -> reset.redeem(secret, new PasswordHash("another")))
                .isInstanceOf(PasswordResetRefused.class)
                .hasMessage(message);
    }
}
