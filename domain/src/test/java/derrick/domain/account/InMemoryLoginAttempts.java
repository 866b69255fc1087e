package derrick.domain.account;

import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Login attempts in memory, for tests. Thread-safe. */
public final class InMemoryLoginAttempts implements LoginAttempts {
    private final Map<LoginAttemptId, LoginAttempt> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized LoginAttemptId nextId() {
        return new LoginAttemptId(++lastId);
    }

    @Override
    public synchronized Optional<Instant> add(
            LoginAttempt attempt, Instant since, Function<List<LoginAttempt>, Optional<Instant>> refusedUntil) {
        List<LoginAttempt> checked = newestFirst(attempt.username())
                .filter(earlier -> earlier.outcome() != Outcome.REFUSED)
                .filter(earlier -> !earlier.at().isBefore(since))
                .limit(MAX_RECENT)
                .toList();
        Optional<Instant> until = refusedUntil.apply(checked);
        stored.put(attempt.id(), attempt.with(until.isPresent() ? Outcome.REFUSED : Outcome.FAILED));
        return until;
    }

    @Override
    public synchronized boolean markSucceeded(LoginAttemptId id) {
        return Optional.ofNullable(stored.get(id))
                .filter(attempt -> attempt.outcome() == Outcome.FAILED)
                .map(attempt -> stored.put(id, attempt.with(Outcome.SUCCEEDED)))
                .isPresent();
    }

    @Override
    public synchronized List<LoginAttempt> list(Username username, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return newestFirst(username)
                .filter(attempt -> attempt.cursor().compareTo(after) < 0)
                .limit(page.limit())
                .toList();
    }

    private Stream<LoginAttempt> newestFirst(Username username) {
        return stored.values().stream()
                .filter(attempt -> attempt.username().isSameAs(username))
                .sorted(Comparator.comparing(LoginAttempt::cursor).reversed());
    }
}
