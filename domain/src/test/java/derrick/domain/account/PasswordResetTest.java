package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.store.DirectTransactions;
import derrick.domain.time.HandClock;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PasswordResetTest {
    private static final PasswordHash NEXT = new PasswordHash("next");

    private final Users users = new InMemoryUsers();
    private final PasswordResetTokens tokens = new InMemoryPasswordResetTokens();
    private final HandClock clock = new HandClock(NOON);
    private final PasswordReset reset =
            new PasswordReset(users, tokens, new DirectTransactions(), new SecureRandom(), clock);
    private final User user = UserSamples.user(users.nextId());

    PasswordResetTest() {
        users.add(user);
    }

    @Test
    void whoForgotAPasswordChoosesANewOne() {
        ResetSecret secret = requested();
        clock.advance(Duration.ofSeconds(1));

        User after = reset.redeem(secret, NEXT);

        assertThat(users.find(user.id())).contains(after).contains(user.withPassword(NEXT, NOON.plusSeconds(1)));
        assertThat(after.sessionsFrom()).contains(NOON.plusSeconds(1));
    }

    @Test
    void aSecretIsNotKept() {
        ResetSecret secret = requested();

        PasswordResetToken kept = tokens.find(TokenHash.of(secret)).orElseThrow();

        assertThat(kept.toString()).doesNotContain(secret.value());
        assertThat(kept.expiresAt()).isEqualTo(NOON.plus(PasswordReset.GOOD_FOR));
    }

    @Test
    void aSecretIsGoodOnce() {
        ResetSecret secret = requested();
        clock.advance(Duration.ofSeconds(1));
        reset.redeem(secret, NEXT);

        refuses(secret, "the reset token is used and cannot be used again; ask for a new one");
        assertThat(users.find(user.id()).map(User::password)).contains(NEXT);
    }

    @Test
    void aSecretIsGoodForMinutes() {
        ResetSecret soon = requested();
        clock.advance(PasswordReset.GOOD_FOR.minusNanos(1000));
        assertThat(reset.redeem(soon, NEXT).password()).isEqualTo(NEXT);

        clock.advance(Duration.ofNanos(1000));
        ResetSecret late = requested();
        clock.advance(PasswordReset.GOOD_FOR);
        refuses(late, "the reset token is expired and cannot be used; ask for a new one");
        assertThat(users.find(user.id()).map(User::password)).contains(NEXT);
    }

    @Test
    void aNewPasswordVoidsEverySecretMadeBefore() {
        ResetSecret first = requested();
        ResetSecret second = requested();
        clock.advance(Duration.ofSeconds(1));
        reset.redeem(second, NEXT);

        refuses(first, "the reset token is expired and cannot be used; ask for a new one");
    }

    @Test
    void anUnknownSecretOpensNothing() {
        refuses(ResetSecret.random(new SecureRandom()), "the reset token is not known; ask for a new one");
    }

    @Test
    void nobodyGetsASecretForAnAddressWithoutAnActiveUser() {
        assertThat(reset.request(new EmailAddress("nobody@rig.example"))).isEmpty();
        users.replace(user, user.deactivated(NOON));
        assertThat(reset.request(user.email())).isEmpty();
    }

    @Test
    void whoWasDeactivatedMeanwhileStaysOut() {
        ResetSecret secret = requested();
        users.replace(user, user.deactivated(NOON));

        refuses(secret, "the reset token is not known; ask for a new one");
        assertThat(users.find(user.id()).map(User::password)).contains(user.password());
    }

    private ResetSecret requested() {
        PasswordReset.Issued issued = reset.request(user.email()).orElseThrow();
        assertThat(issued.user().id()).isEqualTo(user.id());
        return issued.secret();
    }

    private void refuses(ResetSecret secret, String message) {
        assertThatThrownBy(() -> reset.redeem(secret, new PasswordHash("another")))
                .isInstanceOf(PasswordResetRefused.class)
                .hasMessage(message);
    }
}
