package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static derrick.domain.account.UserSamples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.NotFound;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UserAdministrationTest {
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Users users = new InMemoryUsers();
    private final SettableClock clock = new SettableClock(NOON);
    private final UserAdministration administration = new UserAdministration(users, clock);

    @Test
    void aRegisteredUserIsActive() {
        User user = administration.register(
                Username.forNewAccount("mona"),
                EmailAddress.forNewAccount("mona@rig.example"),
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
    void takingAwayARightEndsSessions() {
        User user = addUser();

        assertThat(administration.changeRole(user.id(), Role.VIEWER).sessionsValidFrom())
                .contains(LATER);
        assertThat(administration.deactivate(addUser().id()).sessionsValidFrom())
                .contains(LATER);
        assertThat(administration
                        .changePassword(addUser().id(), new PasswordHash("next"))
                        .sessionsValidFrom())
                .contains(LATER);
        assertThat(administration.lock(addUser().id(), LATER.plusSeconds(60)).sessionsValidFrom())
                .contains(LATER);
        assertThat(users.find(user.id()).map(User::role)).contains(Role.VIEWER);
    }

    @Test
    void settingTheSameRoleEndsNoSession() {
        User user = addUser();

        assertThat(administration.changeRole(user.id(), user.role())).isEqualTo(user);
        assertThat(users.find(user.id())).contains(user);
    }

    @Test
    void reactivationDoesNotRestoreSessions() {
        User user = addUser();
        administration.deactivate(user.id());
        clock.advance(Duration.ofSeconds(1));

        assertThat(administration.deactivate(user.id()).sessionsValidFrom()).contains(LATER);
        User reactivated = administration.reactivate(user.id());

        assertThat(reactivated.active()).isTrue();
        assertThat(reactivated.sessionsValidFrom()).contains(LATER);
        assertThat(users.find(user.id())).contains(reactivated);
    }

    @Test
    void aNewPasswordResetsFailedLoginsAndKeepsALock() {
        User user = addUser();
        administration.lock(user.id(), LATER.plusSeconds(60));
        users.recordFailedLogin(user.id());

        User after = administration.changePassword(user.id(), new PasswordHash("next"));

        assertThat(after.logins()).isEqualTo(new LoginSummary(0, Optional.of(LATER.plusSeconds(60)), Optional.empty()));
        assertThat(after.password()).isEqualTo(new PasswordHash("next"));
        assertThat(after.passwordChangedAt()).contains(LATER);
        assertThat(administration.unlock(user.id()).logins()).isEqualTo(LoginSummary.NONE);
    }

    @Test
    void anUnknownUserIsNotFound() {
        assertThatThrownBy(() -> administration.deactivate(new UserId(404)))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no user 404");
    }

    private User addUser() {
        User user = UserSamples.user(users.nextId());
        users.add(user);
        clock.advance(Duration.between(clock.instant(), LATER));
        return user;
    }
}
