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
import derrick.domain.account.LoginGuard.TooManyAttempts;
import derrick.domain.account.PasswordHash;
import derrick.domain.account.PasswordReset;
import derrick.domain.account.PasswordReset.PasswordResetRefused;
import derrick.domain.account.PasswordResetToken;
import derrick.domain.account.PasswordResetTokens;
import derrick.domain.account.ResetSecret;
import derrick.domain.account.Role;
import derrick.domain.account.TokenHash;
import derrick.domain.account.TokenRevocation;
import derrick.domain.account.User;
import derrick.domain.account.UserAdministration;
import derrick.domain.account.UserSamples;
import derrick.domain.account.Username;
import derrick.domain.account.Users;
import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.time.SettableClock;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.ConcurrentCalls;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fifty concurrent callers change the same account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsRaceTest {
    private static final int ADMITTED_ATTEMPTS = 4;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final SettableClock clock = new SettableClock(NOON);
    private Store store;
    private Users users;
    private PasswordResetTokens tokens;
    private PasswordReset reset;

    @BeforeAll
    void connect() throws Exception {
        store = PooledConnections.storeOn(database);
        ConcurrentCalls.warmUp(store);
        users = new JdbiUsers(store);
        tokens = new JdbiPasswordResetTokens(store);
        reset = new PasswordReset(users, tokens, new Store.JdbiTransactions(store), new SecureRandom(), clock);
    }

    @Test
    void oneResetSecretSetsOnePassword() throws Exception {
        User user = added();
        ResetSecret secret = reset.request(user.email()).orElseThrow().secret();
        clock.advance(Duration.ofSeconds(1));

        ConcurrentCalls.Results<User> results = ConcurrentCalls.run(caller -> reset.redeem(secret, password(caller)));

        assertThat(results.succeeded()).hasSize(1);
        assertThat(users.find(user.id())).contains(results.succeeded().get(0));
        assertThat(results.failed())
                .hasSize(ConcurrentCalls.COUNT - 1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(PasswordResetRefused.class)
                        .hasMessage("the reset token was used already; request a new one"));
    }

    @Test
    void ofSeveralResetSecretsOneSetsThePassword() throws Exception {
        User user = added();
        List<ResetSecret> secrets = Stream.generate(
                        () -> reset.request(user.email()).orElseThrow().secret())
                .limit(ConcurrentCalls.COUNT)
                .toList();
        clock.advance(Duration.ofSeconds(1));

        ConcurrentCalls.Results<User> results =
                ConcurrentCalls.run(caller -> reset.redeem(secrets.get(caller), password(caller)));

        assertThat(results.succeeded()).hasSize(1);
        assertThat(users.find(user.id())).contains(results.succeeded().get(0));
        assertThat(results.failed())
                .hasSize(ConcurrentCalls.COUNT - 1)
                .hasOnlyElementsOfType(PasswordResetRefused.class);
    }

    @Test
    void aResetThatFailsDoesNotUseItsSecret() {
        User user = added();
        ResetSecret secret = reset.request(user.email()).orElseThrow().secret();
        User deactivated = user.deactivated(NOON);
        users.replace(user, deactivated);
        assertThat(catchThrowable(() -> reset.redeem(secret, password(1)))).isInstanceOf(PasswordResetRefused.class);

        users.replace(deactivated, deactivated.reactivated());

        assertThat(tokens.find(TokenHash.of(secret)).orElseThrow().use()).isInstanceOf(PasswordResetToken.Unused.class);
        assertThat(reset.redeem(secret, password(2)).password()).isEqualTo(password(2));
    }

    @Test
    void concurrentLoginAttemptsAreLimitedAsConsecutiveOnes() throws Exception {
        User user = added();
        LoginGuard guard = new LoginGuard(users, new JdbiLoginAttempts(store), clock);

        ConcurrentCalls.Results<LoginAttempt> results = ConcurrentCalls.run(caller -> guard.start(
                caller % 2 == 0 ? user.username() : upperCase(user.username()),
                LoginAttemptSamples.RIG_SITE,
                Optional.empty()));

        assertThat(results.succeeded()).hasSize(ADMITTED_ATTEMPTS);
        assertThat(results.failed())
                .hasSize(ConcurrentCalls.COUNT - ADMITTED_ATTEMPTS)
                .hasOnlyElementsOfType(TooManyAttempts.class);
        assertThat(new JdbiLoginAttempts(store).list(user.username(), Page.first(100)))
                .hasSize(ConcurrentCalls.COUNT)
                .filteredOn(attempt -> attempt.outcome() == LoginAttempt.Outcome.FAILED)
                .containsExactlyInAnyOrderElementsOf(results.succeeded());
    }

    @Test
    void aUserNameIsRegisteredOnce() throws Exception {
        Username name = UserSamples.freshName();

        ConcurrentCalls.Results<User> results = ConcurrentCalls.run(caller -> {
            Username wanted = caller % 2 == 0 ? name : upperCase(name);
            EmailAddress own = new EmailAddress(name + "-" + caller + "@rig.example");
            return new UserAdministration(users, clock)
                    .register(wanted, own, Optional.empty(), Role.VIEWER, password(caller));
        });

        assertThat(results.succeeded()).hasSize(1);
        assertThat(users.findByUsername(name)).contains(results.succeeded().get(0));
        assertThat(results.failed()).hasSize(ConcurrentCalls.COUNT - 1).hasOnlyElementsOfType(AlreadyExists.class);
    }

    @Test
    void aTokenIsRevokedOnce() throws Exception {
        BlacklistedTokens blacklist = new JdbiBlacklistedTokens(store);
        TokenRevocation revocation = new TokenRevocation(blacklist, clock);
        TokenHash token = BlacklistedTokenSamples.token(Optional.empty(), NOON).hash();

        ConcurrentCalls.Results<Boolean> results = ConcurrentCalls.run(
                caller -> revocation.revoke(token, Optional.empty(), NOON.plusSeconds(60), "refreshed"));

        assertThat(results.succeeded()).hasSize(ConcurrentCalls.COUNT).containsOnlyOnce(true);
    }

    @Test
    void concurrentUpdatesOfAUserAreAllKept() throws Exception {
        User user = added();
        UserAdministration administration = new UserAdministration(users, clock);

        ConcurrentCalls.Results<User> results = ConcurrentCalls.run(caller -> {
            if (caller == 0) {
                return administration.changeRole(user.id(), Role.ADMIN);
            }
            if (caller == 1) {
                return administration.changePassword(user.id(), password(1));
            }
            users.recordLogin(user.id(), NOON);
            return administration.lock(user.id(), NOON.plusSeconds(60));
        });

        assertThat(results.failed()).isEmpty();
        User after = users.find(user.id()).orElseThrow();
        assertThat(after.role()).isEqualTo(Role.ADMIN);
        assertThat(after.password()).isEqualTo(password(1));
        assertThat(after.logins().lockedUntil()).contains(NOON.plusSeconds(60));
        assertThat(after.logins().last()).contains(NOON);
    }

    private User added() {
        User user = UserSamples.user(users.nextId());
        users.add(user);
        return user;
    }

    private static Username upperCase(Username name) {
        return new Username(name.value().toUpperCase(Locale.ROOT));
    }

    private static PasswordHash password(int caller) {
        return new PasswordHash("hash " + caller);
    }
}
