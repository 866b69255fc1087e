package derrick.domain.account;

import static derrick.domain.account.LoginAttemptSamples.RIG_SITE;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.account.LoginGuard.TooManyAttempts;
import derrick.domain.page.Page;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LoginGuardTest {
    private static final Optional<IpAddress> OTHER_ADDRESS = Optional.of(new IpAddress("2001:db8::7"));

    private final Users users = new InMemoryUsers();
    private final LoginAttempts attempts = new InMemoryLoginAttempts();
    private final SettableClock clock = new SettableClock(NOON);
    private final LoginGuard guard = new LoginGuard(users, attempts, clock);
    private final User user = UserSamples.user(users.nextId());

    LoginGuardTest() {
        users.add(user);
    }

    @Test
    void aSuccessfulLoginIsRecorded() {
        fail(RIG_SITE);

        guard.recordSuccess(start(RIG_SITE));

        assertThat(users.find(user.id()).map(User::logins))
                .contains(new LoginSummary(0, Optional.empty(), Optional.of(NOON)));
        assertThat(outcomes()).containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
    }

    @Test
    void failedLoginsAreCounted() {
        fail(RIG_SITE);
        fail(RIG_SITE);

        assertThat(users.find(user.id()).map(User::logins))
                .contains(new LoginSummary(2, Optional.empty(), Optional.empty()));
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void anAttemptWithoutAResultCountsAsAFailure() {
        IntStream.range(0, LoginPolicy.FREE_FAILURES + 1).forEach(fail -> start(RIG_SITE));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachFurtherFailureDoublesTheDelayUpTo15Minutes() {
        IntStream.range(0, LoginPolicy.FREE_FAILURES).forEach(fail -> fail(RIG_SITE));

        List<Long> delays = Stream.generate(this::delayAfterAFailure).limit(12).toList();

        assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
    }

    @Test
    void aRefusedAttemptIsStoredAndDoesNotExtendTheDelay() {
        IntStream.range(0, LoginPolicy.FREE_FAILURES + 1).forEach(fail -> fail(RIG_SITE));

        refused(RIG_SITE);
        clock.advance(Duration.ofMillis(400));
        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofMillis(600));
        clock.advance(Duration.ofMillis(600));

        assertThat(start(RIG_SITE).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcomes().subList(0, 3)).containsExactly(Outcome.FAILED, Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void anotherAddressIsNotDelayed() {
        IntStream.range(0, LoginPolicy.FREE_FAILURES + 1).forEach(fail -> fail(RIG_SITE));
        refused(RIG_SITE);

        guard.recordSuccess(start(OTHER_ADDRESS));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aSuccessfulLoginResetsTheFailuresInARow() {
        IntStream.range(0, LoginPolicy.FREE_FAILURES).forEach(fail -> fail(RIG_SITE));
        guard.recordSuccess(start(RIG_SITE));

        IntStream.range(0, LoginPolicy.FREE_FAILURES + 1).forEach(fail -> fail(RIG_SITE));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAccountIsRefusedAfterTwentyFailuresADayFromAnyAddresses() {
        failFromManyAddresses(LoginPolicy.MAX_FAILURES_PER_DAY);

        assertThat(refused(OTHER_ADDRESS)).isEqualTo(Duration.ofDays(1).minusSeconds(LoginPolicy.MAX_FAILURES_PER_DAY));
        clock.advance(Duration.ofDays(1).minusSeconds(LoginPolicy.MAX_FAILURES_PER_DAY));
        assertThat(start(OTHER_ADDRESS).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(refused(OTHER_ADDRESS)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aNewPasswordEndsTheDailyLimit() {
        failFromManyAddresses(LoginPolicy.MAX_FAILURES_PER_DAY);
        refused(OTHER_ADDRESS);

        User current = users.find(user.id()).orElseThrow();
        users.replace(current, current.withPassword(new PasswordHash("next"), clock.instant()));

        assertThat(start(OTHER_ADDRESS).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void attemptsOnAnUnknownUserAreLimitedToo() {
        Username unknown = new Username("unknown");
        IntStream.range(0, LoginPolicy.FREE_FAILURES + 1)
                .forEach(fail -> guard.recordFailure(guard.start(unknown, RIG_SITE, Optional.empty())));

        TooManyAttempts refusal = catchThrowableOfType(
                TooManyAttempts.class, () -> guard.start(new Username("UNKNOWN"), RIG_SITE, Optional.empty()));

        assertThat(refusal).hasMessage("too many attempts to sign in; try again in 1 s");
    }

    @Test
    void aLockedUserIsRefusedUntilTheLockEnds() {
        users.replace(user, user.locked(NOON.plusSeconds(3600), NOON));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        assertThat(start(RIG_SITE).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aLongUserAgentIsTruncatedAndCleaned() {
        String tooLong = "𝄞\u0000\ud834" + "x".repeat(1000);

        LoginAttempt attempt = guard.start(user.username(), RIG_SITE, Optional.of(tooLong));

        assertThat(attempt.userAgent()).contains("𝄞" + "x".repeat(254));
        assertThat(attempts.list(user.username(), Page.first(1))).containsExactly(attempt);
    }

    private LoginAttempt start(Optional<IpAddress> source) {
        return guard.start(user.username(), source, Optional.empty());
    }

    private void fail(Optional<IpAddress> source) {
        guard.recordFailure(start(source));
    }

    private void failFromManyAddresses(int failures) {
        for (int place = 0; place < failures; place++) {
            fail(Optional.of(new IpAddress("203.0.113." + place)));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    /** Fails once more, advances the clock by the resulting delay, and returns it in seconds. */
    private long delayAfterAFailure() {
        fail(RIG_SITE);
        Duration delay = refused(RIG_SITE);
        clock.advance(delay);
        return delay.toSeconds();
    }

    private Duration refused(Optional<IpAddress> source) {
        return catchThrowableOfType(TooManyAttempts.class, () -> start(source)).retryAfter();
    }

    private List<Outcome> outcomes() {
        return attempts.list(user.username(), Page.first(100)).stream()
                .map(LoginAttempt::outcome)
                .toList();
    }
}
