package derrick.domain.account;

import static derrick.domain.account.LoginAttemptSamples.failed;
import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link LoginAttempts} passes. Tests do not depend on other stored rows. */
public interface LoginAttemptsContract {
    /** Returns the adapter under test. */
    LoginAttempts attempts();

    @Test
    default void attemptsAreReadAsTheyWereStored() {
        Username name = UserSamples.freshName();
        List<LoginAttempt> everyKind = LoginAttemptSamples.everyKind(attempts()::nextId, name);
        everyKind.forEach(this::addStarted);

        assertThat(attempts().list(name, Page.first(10))).containsExactlyInAnyOrderElementsOf(everyKind);
    }

    @Test
    default void theRuleDecidesWhetherAnAttemptIsRefused() {
        Username name = UserSamples.freshName();
        LoginAttempt started = failed(attempts().nextId(), name, NOON);
        LoginAttempt refused = failed(attempts().nextId(), name, NOON.plusSeconds(1));

        assertThat(attempts().add(started, NOON, checked -> Optional.empty())).isEmpty();
        assertThat(attempts().add(refused, NOON, checked -> Optional.of(NOON.plusSeconds(5))))
                .contains(NOON.plusSeconds(5));

        assertThat(attempts().list(name, Page.first(10))).containsExactly(refused.with(Outcome.REFUSED), started);
    }

    @Test
    default void anAttemptIsMarkedSucceededOnceUnlessItWasRefused() {
        Username name = UserSamples.freshName();
        LoginAttempt started = failed(attempts().nextId(), name, NOON);
        LoginAttempt other = failed(attempts().nextId(), name, NOON);
        LoginAttempt refused = failed(attempts().nextId(), name, NOON);
        addStarted(started);
        addStarted(other);
        attempts().add(refused, NOON, checked -> Optional.of(NOON));

        assertThat(attempts().markSucceeded(started.id())).isTrue();
        assertThat(attempts().markSucceeded(started.id())).isFalse();
        assertThat(attempts().markSucceeded(refused.id())).isFalse();
        assertThat(attempts().markSucceeded(attempts().nextId())).isFalse();

        assertThat(attempts().list(name, Page.first(10)))
                .containsExactly(refused.with(Outcome.REFUSED), other, started.with(Outcome.SUCCEEDED));
    }

    @Test
    default void theRuleGetsTheCheckedAttemptsSinceATimeNewestFirst() {
        Username name = UserSamples.freshName();
        LoginAttempt tooOld = failed(attempts().nextId(), name, NOON.minusNanos(1000));
        LoginAttempt refused = failed(attempts().nextId(), name, NOON.plusSeconds(1));
        LoginAttempt oldest = failed(attempts().nextId(), name, NOON);
        LoginAttempt right = failed(attempts().nextId(), upperCase(name), NOON.plusSeconds(2));
        LoginAttempt newest = failed(attempts().nextId(), name, NOON.plusSeconds(2));
        LoginAttempt others = failed(attempts().nextId(), UserSamples.freshName(), NOON.plusSeconds(2));
        List.of(tooOld, oldest, newest, right, others).forEach(this::addStarted);
        attempts().add(refused, NOON, checked -> Optional.of(NOON));
        attempts().markSucceeded(right.id());

        assertThat(shown(name, NOON)).containsExactly(newest, right.with(Outcome.SUCCEEDED), oldest);
    }

    @Test
    default void attemptsAreListedPageByPageNewestFirstInAnyLetterCase() {
        Username name = UserSamples.freshName();
        List<LoginAttempt> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            Username typed = second == 2 ? upperCase(name) : name;
            added.add(failed(attempts().nextId(), typed, NOON.plusSeconds(second)));
        }
        added.forEach(this::addStarted);
        added.sort(Comparator.comparing(LoginAttempt::cursor).reversed());

        assertThat(Pages.all(2, page -> attempts().list(upperCase(name), page), LoginAttempt::cursor))
                .isEqualTo(added);
        assertThat(attempts().list(name, Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    private void addStarted(LoginAttempt attempt) {
        attempts().add(attempt, attempt.at(), checked -> Optional.empty());
    }

    private List<LoginAttempt> shown(Username name, Instant since) {
        List<LoginAttempt> shown = new ArrayList<>();
        attempts().add(failed(attempts().nextId(), name, NOON.plusSeconds(9)), since, checked -> {
            shown.clear();
            shown.addAll(checked);
            return Optional.empty();
        });
        return shown;
    }

    private static Username upperCase(Username name) {
        return new Username(name.value().toUpperCase(Locale.ROOT));
    }
}
