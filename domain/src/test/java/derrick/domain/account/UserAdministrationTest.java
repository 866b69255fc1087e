package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static derrick.domain.account.UserSamples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.NotFound;
import derrick.domain.time.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UserAdministrationTest {
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Users users = new InMemoryUsers();
    private final HandClock clock = new HandClock(NOON);
    private final UserAdministration administration = new UserAdministration(users, clock);

    @Test
    void whoIsRegisteredMaySignIn() {
        User user = administration.register(
                Username.chosen("mona"),
                EmailAddress.chosen("mona@rig.example"),
                Optional.of("Mona"),
                Role.OPERATOR,
                PASSWORD);

        assertThat(users.find(user.id())).contains(user);
        assertThat(user)
                .isEqualTo(new User(
                        user.id(),
                        new Username("mona"),
                        new EmailAddress("mona@rig.example"),
                        Optional.of("Mona"),
                        Role.OPERATOR,
                        true,
                        PASSWORD,
                        Optional.empty(),
                        Optional.empty(),
                        LoginSummary.NONE,
                        NOON));
    }

    @Test
    void whateverTakesARightAwayEndsSessions() {
        User user = registered();

        assertThat(administration.changeRole(user.id(), Role.VIEWER).sessionsFrom())
                .contains(LATER);
        assertThat(administration.deactivate(registered().id()).sessionsFrom()).contains(LATER);
        assertThat(administration
                        .changePassword(registered().id(), new PasswordHash("next"))
                        .sessionsFrom())
                .contains(LATER);
        assertThat(administration.lock(registered().id(), LATER.plusSeconds(60)).sessionsFrom())
                .contains(LATER);
        assertThat(users.find(user.id()).map(User::role)).contains(Role.VIEWER);
    }

    @Test
    void theSameRoleAgainEndsNoSession() {
        User user = registered();

        assertThat(administration.changeRole(user.id(), user.role())).isEqualTo(user);
        assertThat(users.find(user.id())).contains(user);
    }

    @Test
    void whoWasDeactivatedMaySignInAgainButNotGoOn() {
        User user = registered();
        administration.deactivate(user.id());
        clock.advance(Duration.ofSeconds(1));

        assertThat(administration.deactivate(user.id()).sessionsFrom()).contains(LATER);
        User back = administration.reactivate(user.id());

        assertThat(back.active()).isTrue();
        assertThat(back.sessionsFrom()).contains(LATER);
        assertThat(users.find(user.id())).contains(back);
    }

    @Test
    void aNewPasswordForgivesGuessesAndKeepsALock() {
        User user = registered();
        administration.lock(user.id(), LATER.plusSeconds(60));
        users.noteFailedLogin(user.id());

        User after = administration.changePassword(user.id(), new PasswordHash("next"));

        assertThat(after.signIns())
                .isEqualTo(new LoginSummary(0, Optional.of(LATER.plusSeconds(60)), Optional.empty()));
        assertThat(after.password()).isEqualTo(new PasswordHash("next"));
        assertThat(after.passwordChangedAt()).contains(LATER);
        assertThat(administration.unlock(user.id()).signIns()).isEqualTo(LoginSummary.NONE);
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThatThrownBy(() -> administration.deactivate(new UserId(404)))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no user 404");
    }

    private User registered() {
        User user = UserSamples.user(users.nextId());
        users.add(user);
        clock.advance(Duration.between(clock.instant(), LATER));
        return user;
    }
}
