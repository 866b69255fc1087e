package derrick.domain.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Users for tests. */
public final class UserSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static final PasswordHash PASSWORD = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");

    private static final AtomicInteger NAMES = new AtomicInteger();

    private UserSamples() {}

    /** Returns an unused name. */
    public static Username freshName() {
        return new Username("user-%06d".formatted(NAMES.incrementAndGet()));
    }

    /** Returns an active user with an unused name and address. */
    public static User user(UserId id) {
        return user(id, freshName(), NOON);
    }

    /** Returns an active user with a name and a matching address. */
    public static User user(UserId id, Username name, Instant at) {
        return new User(
                id,
                name,
                new EmailAddress(name + "@rig.example"),
                Optional.empty(),
                Role.ENGINEER,
                true,
                PASSWORD,
                Optional.empty(),
                Optional.empty(),
                LoginSummary.NONE,
                at);
    }

    /** Returns users of each role, active and deactivated, with and without optional values, with the longest texts. */
    public static List<User> everyKind(Supplier<UserId> ids) {
        List<User> kinds = new ArrayList<>();
        Instant later = NOON.plus(1, ChronoUnit.MICROS);
        Optional<Instant> last = Optional.of(later.plusSeconds(1));
        for (Role role : Role.values()) {
            User user = user(ids.get());
            kinds.add(user.inRole(role, later));
        }
        kinds.add(user(ids.get()));
        kinds.add(user(ids.get()).deactivated(later));
        kinds.add(user(ids.get()).withPassword(new PasswordHash("𝄞".repeat(255)), later));
        kinds.add(withLogins(user(ids.get()), new LoginSummary(3, Optional.of(later), last)));
        kinds.add(withLogins(user(ids.get()), new LoginSummary(Integer.MAX_VALUE, Optional.empty(), last)));
        kinds.add(longest(ids.get()));
        return kinds;
    }

    private static User longest(UserId id) {
        String name = "%06d".formatted(NAMES.incrementAndGet());
        return new User(
                id,
                new Username("𝄞".repeat(44) + name),
                new EmailAddress("É".repeat(92) + name + "@x"),
                Optional.of("𝄞\n".repeat(50)),
                Role.VIEWER,
                true,
                PASSWORD,
                Optional.empty(),
                Optional.empty(),
                LoginSummary.NONE,
                Instant.parse("1999-12-31T23:59:59.999999Z"));
    }

    /** Returns the user with another login summary. */
    public static User withLogins(User user, LoginSummary logins) {
        return new User(
                user.id(),
                user.username(),
                user.email(),
                user.fullName(),
                user.role(),
                user.active(),
                user.password(),
                user.passwordChangedAt(),
                user.sessionsValidFrom(),
                logins,
                user.createdAt());
    }
}
