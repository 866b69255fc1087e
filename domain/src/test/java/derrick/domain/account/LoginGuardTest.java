package derrick.domain.account;

import static derrick.domain.account.LoginAttemptSamples.RIG_SITE;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.page.Page;
import derrick.domain.time.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LoginGuardTest {
    private static final Optional<IpAddress> ELSEWHERE = Optional.of(new IpAddress("2001:db8::7"));

    private final Users users = new InMemoryUsers();
    private final LoginAttempts attempts = new InMemoryLoginAttempts();
    private final HandClock clock = new HandClock(NOON);
    private final LoginGuard guard = new LoginGuard(users, attempts, clock);
    private final User user = UserSamples.user(users.nextId());

    LoginGuardTest() {
        users.add(user);
    }

    @Test
    void aRightPasswordIsNoted() {
        guess(RIG_SITE);

        guard.succeeded(admit(RIG_SITE));

        assertThat(users.find(user.id()).map(User::signIns))
                .contains(new LoginSummary(0, Optional.empty(), Optional.of(NOON)));
        assertThat(outcomes()).containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
    }

    @Test
    void aWrongPasswordIsNoted() {
        guess(RIG_SITE);
        guess(RIG_SITE);

        assertThat(users.find(user.id()).map(User::signIns))
                .contains(new LoginSummary(2, Optional.empty(), Optional.empty()));
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void anAttemptOfWhichTheEndIsNotSeenCountsAsAGuess() {
        IntStream.range(0, LoginPolicy.FREE_GUESSES + 1).forEach(guess -> admit(RIG_SITE));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachFurtherGuessDoublesTheWaitUpToAQuarterOfAnHour() {
        IntStream.range(0, LoginPolicy.FREE_GUESSES).forEach(guess -> guess(RIG_SITE));

        List<Long> waits = Stream.generate(this::waitAfterAGuess).limit(12).toList();

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
    }

    @Test
    void whoIsRefusedIsKeptAsRefusedAndWaitsNoLongerForIt() {
        IntStream.range(0, LoginPolicy.FREE_GUESSES + 1).forEach(guess -> guess(RIG_SITE));

        refused(RIG_SITE);
        clock.advance(Duration.ofMillis(400));
        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofMillis(600));
        clock.advance(Duration.ofMillis(600));

        assertThat(admit(RIG_SITE).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcomes().subList(0, 3)).containsExactly(Outcome.FAILED, Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void whoComesFromElsewhereNeedNotWait() {
        IntStream.range(0, LoginPolicy.FREE_GUESSES + 1).forEach(guess -> guess(RIG_SITE));
        refused(RIG_SITE);

        guard.succeeded(admit(ELSEWHERE));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRightPasswordEndsTheRow() {
        IntStream.range(0, LoginPolicy.FREE_GUESSES).forEach(guess -> guess(RIG_SITE));
        guard.succeeded(admit(RIG_SITE));

        IntStream.range(0, LoginPolicy.FREE_GUESSES + 1).forEach(guess -> guess(RIG_SITE));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAccountTakesTwentyGuessesADayWhereverTheyComeFrom() {
        guessFromManyPlaces(LoginPolicy.GUESSES_A_DAY);

        assertThat(refused(ELSEWHERE)).isEqualTo(Duration.ofDays(1).minusSeconds(LoginPolicy.GUESSES_A_DAY));
        clock.advance(Duration.ofDays(1).minusSeconds(LoginPolicy.GUESSES_A_DAY));
        assertThat(admit(ELSEWHERE).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(refused(ELSEWHERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aNewPasswordOpensTheAccountAgain() {
        guessFromManyPlaces(LoginPolicy.GUESSES_A_DAY);
        refused(ELSEWHERE);

        User now = users.find(user.id()).orElseThrow();
        users.replace(now, now.withPassword(new PasswordHash("next"), clock.instant()));

        assertThat(admit(ELSEWHERE).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anAccountThatDoesNotExistIsGuardedLikeAnyOther() {
        Username nobody = new Username("nobody");
        IntStream.range(0, LoginPolicy.FREE_GUESSES + 1)
                .forEach(guess -> guard.failed(guard.admit(nobody, RIG_SITE, Optional.empty())));

        TooManyAttempts refusal = catchThrowableOfType(
                TooManyAttempts.class, () -> guard.admit(new Username("NOBODY"), RIG_SITE, Optional.empty()));

        assertThat(refusal).hasMessage("too many attempts to sign in; try again in 1 s");
    }

    @Test
    void whoIsLockedOutStaysOutForThatTime() {
        users.replace(user, user.locked(NOON.plusSeconds(3600), NOON));

        assertThat(refused(RIG_SITE)).isEqualTo(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        assertThat(admit(RIG_SITE).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aProgramThatTalksTooMuchIsCutShort() {
        String endless = "𝄞\u0000\ud834" + "x".repeat(1000);

        LoginAttempt attempt = guard.admit(user.username(), RIG_SITE, Optional.of(endless));

        assertThat(attempt.userAgent()).contains("𝄞" + "x".repeat(254));
        assertThat(attempts.list(user.username(), Page.first(1))).containsExactly(attempt);
    }

    private LoginAttempt admit(Optional<IpAddress> source) {
        return guard.admit(user.username(), source, Optional.empty());
    }

    private void guess(Optional<IpAddress> source) {
        guard.failed(admit(source));
    }

    private void guessFromManyPlaces(int guesses) {
        for (int place = 0; place < guesses; place++) {
            guess(Optional.of(new IpAddress("203.0.113." + place)));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    /** Seconds to wait after one more guess, which are then let pass. */
    private long waitAfterAGuess() {
        guess(RIG_SITE);
        Duration wait = refused(RIG_SITE);
        clock.advance(wait);
        return wait.toSeconds();
    }

    private Duration refused(Optional<IpAddress> source) {
        return catchThrowableOfType(TooManyAttempts.class, () -> admit(source)).retryAfter();
    }

    private List<Outcome> outcomes() {
        return attempts.list(user.username(), Page.first(100)).stream()
                .map(LoginAttempt::outcome)
                .toList();
    }
}
