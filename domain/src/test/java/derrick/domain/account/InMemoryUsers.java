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

/** Users in memory, for tests of what stands on the port. Safe for use by many threads. */
public final class InMemoryUsers implements Users {
    private final Map<UserId, User> kept = new HashMap<>();
    private long lastId;

    @Override
    public synchronized UserId nextId() {
        return new UserId(++lastId);
    }

    @Override
    public synchronized void add(User user) {
        if (findNamed(user.username()).isPresent()) {
            throw new AlreadyExists("user name '%s'".formatted(user.username()));
        }
        if (findAddressed(user.email()).isPresent()) {
            throw new AlreadyExists("e-mail address '%s'".formatted(user.email()));
        }
        if (kept.putIfAbsent(user.id(), user) != null) {
            throw new IllegalStateException("there is a user " + user.id());
        }
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<User> findNamed(Username username) {
        return findAny(user -> user.username().isSameAs(username));
    }

    @Override
    public Optional<User> findAddressed(EmailAddress email) {
        return findAny(user -> user.email().isSameAs(email));
    }

    @Override
    public synchronized List<User> list(Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return kept.values().stream()
                .filter(user -> user.mark().compareTo(after) < 0)
                .sorted(Comparator.comparing(User::mark).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized boolean replace(User before, User after) {
        return kept.replace(before.id(), before, after);
    }

    @Override
    public void noteLogin(UserId id, Instant at) {
        note(id, signIns -> new LoginSummary(0, signIns.lockedUntil(), Optional.of(at)));
    }

    @Override
    public void noteFailedLogin(UserId id) {
        note(id, signIns -> new LoginSummary(signIns.failedInARow() + 1, signIns.lockedUntil(), signIns.last()));
    }

    private synchronized void note(UserId id, UnaryOperator<LoginSummary> change) {
        kept.computeIfPresent(id, (same, user) -> UserSamples.signingIn(user, change.apply(user.signIns())));
    }

    private synchronized Optional<User> findAny(Predicate<User> wanted) {
        return kept.values().stream().filter(wanted).findAny();
    }
}
