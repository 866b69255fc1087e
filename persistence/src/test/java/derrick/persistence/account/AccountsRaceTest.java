package derrick.persistence.account;

import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import derrick.domain.account.BlacklistedTokenSamples;
import derrick.domain.account.BlacklistedTokens;
import derrick.domain.account.EmailAddress;
import derrick.domain.account.LoginAttempt;
import derrick.domain.account.LoginAttemptSamples;
import derrick.domain.account.LoginGuard;
import derrick.domain.account.PasswordHash;
import derrick.domain.account.PasswordReset;
import derrick.domain.account.PasswordResetRefused;
import derrick.domain.account.PasswordResetToken;
import derrick.domain.account.PasswordResetTokens;
import derrick.domain.account.ResetSecret;
import derrick.domain.account.Role;
import derrick.domain.account.TokenHash;
import derrick.domain.account.TokenRevocation;
import derrick.domain.account.TooManyAttempts;
import derrick.domain.account.User;
import derrick.domain.account.UserAdministration;
import derrick.domain.account.UserSamples;
import derrick.domain.account.Username;
import derrick.domain.account.Users;
import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.time.HandClock;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.JdbiTransactions;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Racers;
import derrick.persistence.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many people at one account at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsRaceTest {
    private static final int GUESSES_WITHOUT_WAITING = 4;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final HandClock clock = new HandClock(NOON);
    private Store store;
    private Users users;
    private PasswordResetTokens tokens;
    private PasswordReset reset;

    @BeforeAll
    void connect() throws Exception {
        store = new Store(Jdbi.create(new PooledConnections(database.dataSource())));
        Racers.warmUp(store);
        users = new JdbiUsers(store);
        tokens = new JdbiPasswordResetTokens(store);
        reset = new PasswordReset(users, tokens, new JdbiTransactions(store), new SecureRandom(), clock);
    }

    @Test
    void ofFiftyWithOneSecretOneChoosesThePassword() throws Exception {
        User user = added();
        ResetSecret secret = reset.request(user.email()).orElseThrow().secret();
        clock.advance(Duration.ofSeconds(1));

        Racers.Finish<User> finish = Racers.race(racer -> reset.redeem(secret, password(racer)));

        assertThat(finish.won()).hasSize(1);
        assertThat(users.find(user.id())).contains(finish.won().get(0));
        assertThat(finish.lost())
                .hasSize(Racers.COUNT - 1)
                .allSatisfy(loss -> assertThat(loss)
                        .isInstanceOf(PasswordResetRefused.class)
                        .hasMessage("the reset token is used and cannot be used again; ask for a new one"));
    }

    @Test
    void ofFiftySecretsOfOneUserOneIsGoodForAPassword() throws Exception {
        User user = added();
        List<ResetSecret> secrets = Stream.generate(
                        () -> reset.request(user.email()).orElseThrow().secret())
                .limit(Racers.COUNT)
                .toList();
        clock.advance(Duration.ofSeconds(1));

        Racers.Finish<User> finish = Racers.race(racer -> reset.redeem(secrets.get(racer), password(racer)));

        assertThat(finish.won()).hasSize(1);
        assertThat(users.find(user.id())).contains(finish.won().get(0));
        assertThat(finish.lost()).hasSize(Racers.COUNT - 1).hasOnlyElementsOfType(PasswordResetRefused.class);
    }

    @Test
    void aSecretThatOpenedNothingIsNotUsedUp() {
        User user = added();
        ResetSecret secret = reset.request(user.email()).orElseThrow().secret();
        User away = user.deactivated(NOON);
        users.replace(user, away);
        assertThat(catchThrowable(() -> reset.redeem(secret, password(1)))).isInstanceOf(PasswordResetRefused.class);

        users.replace(away, away.reactivated());

        assertThat(tokens.find(TokenHash.of(secret)).orElseThrow().use()).isInstanceOf(PasswordResetToken.Unused.class);
        assertThat(reset.redeem(secret, password(2)).password()).isEqualTo(password(2));
    }

    @Test
    void fiftyGuessesAtOnceGetNoFurtherThanOneByOne() throws Exception {
        User user = added();
        LoginGuard guard = new LoginGuard(users, new JdbiLoginAttempts(store), clock);

        Racers.Finish<LoginAttempt> finish = Racers.race(racer -> guard.admit(
                racer % 2 == 0 ? user.username() : shouted(user.username()),
                LoginAttemptSamples.RIG_SITE,
                Optional.empty()));

        assertThat(finish.won()).hasSize(GUESSES_WITHOUT_WAITING);
        assertThat(finish.lost())
                .hasSize(Racers.COUNT - GUESSES_WITHOUT_WAITING)
                .hasOnlyElementsOfType(TooManyAttempts.class);
        assertThat(new JdbiLoginAttempts(store).list(user.username(), Page.first(100)))
                .hasSize(Racers.COUNT)
                .filteredOn(attempt -> attempt.outcome() == LoginAttempt.Outcome.FAILED)
                .containsExactlyInAnyOrderElementsOf(finish.won());
    }

    @Test
    void ofFiftyWhoWantANameOneGetsIt() throws Exception {
        Username name = UserSamples.freshName();

        Racers.Finish<User> finish = Racers.race(racer -> {
            Username wanted = racer % 2 == 0 ? name : shouted(name);
            EmailAddress own = new EmailAddress(name + "-" + racer + "@rig.example");
            return new UserAdministration(users, clock)
                    .register(wanted, own, Optional.empty(), Role.VIEWER, password(racer));
        });

        assertThat(finish.won()).hasSize(1);
        assertThat(users.findNamed(name)).contains(finish.won().get(0));
        assertThat(finish.lost()).hasSize(Racers.COUNT - 1).hasOnlyElementsOfType(AlreadyExists.class);
    }

    @Test
    void ofFiftyWhoTakeATokenBackOneIsToldThatItCounted() throws Exception {
        BlacklistedTokens blacklist = new JdbiBlacklistedTokens(store);
        TokenRevocation revocation = new TokenRevocation(blacklist, clock);
        TokenHash token = BlacklistedTokenSamples.token(Optional.empty(), NOON).hash();

        Racers.Finish<Boolean> finish =
                Racers.race(racer -> revocation.revoke(token, Optional.empty(), NOON.plusSeconds(60), "refreshed"));

        assertThat(finish.won()).hasSize(Racers.COUNT).containsOnlyOnce(true);
    }

    @Test
    void noChangeOfAUserIsLost() throws Exception {
        User user = added();
        UserAdministration administration = new UserAdministration(users, clock);

        Racers.Finish<User> finish = Racers.race(racer -> {
            if (racer == 0) {
                return administration.changeRole(user.id(), Role.ADMIN);
            }
            if (racer == 1) {
                return administration.changePassword(user.id(), password(1));
            }
            users.noteLogin(user.id(), NOON);
            return administration.lock(user.id(), NOON.plusSeconds(60));
        });

        assertThat(finish.lost()).isEmpty();
        User after = users.find(user.id()).orElseThrow();
        assertThat(after.role()).isEqualTo(Role.ADMIN);
        assertThat(after.password()).isEqualTo(password(1));
        assertThat(after.signIns().lockedUntil()).contains(NOON.plusSeconds(60));
        assertThat(after.signIns().last()).contains(NOON);
    }

    private User added() {
        User user = UserSamples.user(users.nextId());
        users.add(user);
        return user;
    }

    private static Username shouted(Username name) {
        return new Username(name.value().toUpperCase(Locale.ROOT));
    }

    private static PasswordHash password(int racer) {
        return new PasswordHash("hash " + racer);
    }
}
