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

/**
 * What every adapter of {@link LoginAttempts} does. Each test uses names of its own, so the store may hold anything
 * before and is not cleaned after.
 */
public interface LoginAttemptsContract {
    /** The store under test. */
    LoginAttempts attempts();

    @Test
    default void anAttemptOfEveryKindComesBackAsItWas() {
        Username name = UserSamples.freshName();
        List<LoginAttempt> everyKind = LoginAttemptSamples.everyKind(attempts()::nextId, name);
        everyKind.forEach(this::admit);

        assertThat(attempts().list(name, Page.first(10))).containsExactlyInAnyOrderElementsOf(everyKind);
    }

    @Test
    default void theRuleDecidesWhatBecomesOfAnAttempt() {
        Username name = UserSamples.freshName();
        LoginAttempt admitted = failed(attempts().nextId(), name, NOON);
        LoginAttempt refused = failed(attempts().nextId(), name, NOON.plusSeconds(1));

        assertThat(attempts().add(admitted, NOON, lookedAt -> Optional.empty())).isEmpty();
        assertThat(attempts().add(refused, NOON, lookedAt -> Optional.of(NOON.plusSeconds(5))))
                .contains(NOON.plusSeconds(5));

        assertThat(attempts().list(name, Page.first(10))).containsExactly(refused.with(Outcome.REFUSED), admitted);
    }

    @Test
    default void aRightPasswordIsNotedOnceAndOnlyWhereOneWasLookedAt() {
        Username name = UserSamples.freshName();
        LoginAttempt admitted = failed(attempts().nextId(), name, NOON);
        LoginAttempt other = failed(attempts().nextId(), name, NOON);
        LoginAttempt refused = failed(attempts().nextId(), name, NOON);
        admit(admitted);
        admit(other);
        attempts().add(refused, NOON, lookedAt -> Optional.of(NOON));

        assertThat(attempts().succeed(admitted.id())).isTrue();
        assertThat(attempts().succeed(admitted.id())).isFalse();
        assertThat(attempts().succeed(refused.id())).isFalse();
        assertThat(attempts().succeed(attempts().nextId())).isFalse();

        assertThat(attempts().list(name, Page.first(10)))
                .containsExactly(refused.with(Outcome.REFUSED), other, admitted.with(Outcome.SUCCEEDED));
    }

    @Test
    default void theRuleIsShownWhatWasLookedAtSinceATimeTheNewestFirst() {
        Username name = UserSamples.freshName();
        LoginAttempt tooOld = failed(attempts().nextId(), name, NOON.minusNanos(1000));
        LoginAttempt refused = failed(attempts().nextId(), name, NOON.plusSeconds(1));
        LoginAttempt oldest = failed(attempts().nextId(), name, NOON);
        LoginAttempt right = failed(attempts().nextId(), shouted(name), NOON.plusSeconds(2));
        LoginAttempt newest = failed(attempts().nextId(), name, NOON.plusSeconds(2));
        LoginAttempt others = failed(attempts().nextId(), UserSamples.freshName(), NOON.plusSeconds(2));
        List.of(tooOld, oldest, newest, right, others).forEach(this::admit);
        attempts().add(refused, NOON, lookedAt -> Optional.of(NOON));
        attempts().succeed(right.id());

        assertThat(shown(name, NOON)).containsExactly(newest, right.with(Outcome.SUCCEEDED), oldest);
    }

    @Test
    default void aListIsReadPageByPageFromTheNewestOnInWhateverLetterCase() {
        Username name = UserSamples.freshName();
        List<LoginAttempt> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            Username typed = second == 2 ? shouted(name) : name;
            added.add(failed(attempts().nextId(), typed, NOON.plusSeconds(second)));
        }
        added.forEach(this::admit);
        added.sort(Comparator.comparing(LoginAttempt::mark).reversed());

        assertThat(Pages.all(2, page -> attempts().list(shouted(name), page), LoginAttempt::mark))
                .isEqualTo(added);
        assertThat(attempts().list(name, Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    private void admit(LoginAttempt attempt) {
        attempts().add(attempt, attempt.at(), lookedAt -> Optional.empty());
    }

    private List<LoginAttempt> shown(Username name, Instant since) {
        List<LoginAttempt> shown = new ArrayList<>();
        attempts().add(failed(attempts().nextId(), name, NOON.plusSeconds(9)), since, lookedAt -> {
            shown.clear();
            shown.addAll(lookedAt);
            return Optional.empty();
        });
        return shown;
    }

    private static Username shouted(Username name) {
        return new Username(name.value().toUpperCase(Locale.ROOT));
    }
}
