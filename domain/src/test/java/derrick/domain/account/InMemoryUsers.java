package derrick.domain.account;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Users in memory, for tests. Thread-safe. */
public final class InMemoryUsers implements Users {
    private final Map<UserId, User> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized UserId nextId() {
        return new UserId(++lastId);
    }

    @Override
    public synchronized void add(User user) {
        if (findByUsername(user.username()).isPresent()) {
            throw new AlreadyExists("user name '%s'".formatted(user.username()));
        }
        if (findByEmail(user.email()).isPresent()) {
            throw new AlreadyExists("e-mail address '%s'".formatted(user.email()));
        }
        if (stored.putIfAbsent(user.id(), user) != null) {
            throw new IllegalStateException("there is a user " + user.id());
        }
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return findAny(user -> user.username().isSameAs(username));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return findAny(user -> user.email().isSameAs(email));
    }

    @Override
    public synchronized List<User> list(Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.values().stream()
                .filter(user -> user.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(User::cursor).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized boolean replace(User before, User after) {
        return stored.replace(before.id(), before, after);
    }

    @Override
    public void recordLogin(UserId id, Instant at) {
        note(id, logins -> new LoginSummary(0, logins.lockedUntil(), Optional.of(at)));
    }

    @Override
    public void recordFailedLogin(UserId id) {
        note(id, logins -> new LoginSummary(logins.failedInARow() + 1, logins.lockedUntil(), logins.last()));
    }

    private synchronized void note(UserId id, UnaryOperator<LoginSummary> change) {
        stored.computeIfPresent(id, (same, user) -> UserSamples.withLogins(user, change.apply(user.logins())));
    }

    private synchronized Optional<User> findAny(Predicate<User> condition) {
        return stored.values().stream().filter(condition).findAny();
    }
}
