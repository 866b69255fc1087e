package derrick.domain.account;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.NotFound;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds and changes users. A change that takes away a right ends the user's sessions at once. */
public final class UserAdministration {
    private final Users users;
    private final Clock clock;

    public UserAdministration(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /**
     * Adds an active user.
     *
     * @throws AlreadyExists if another user has this name or address, ignoring case
     */
    public User register(
            Username username, EmailAddress email, Optional<String> fullName, Role role, PasswordHash password) {
        User user = new User(
                users.nextId(),
                username,
                email,
                fullName,
                role,
                true,
                password,
                Optional.empty(),
                Optional.empty(),
                LoginSummary.NONE,
                now());
        users.add(user);
        return user;
    }

    /** @throws NotFound if there is no such user */
    public User changeRole(UserId id, Role role) {
        return change(id, user -> user.role() == role ? user : user.inRole(role, now()));
    }

    /** @throws NotFound if there is no such user */
    public User deactivate(UserId id) {
        return change(id, user -> user.active() ? user.deactivated(now()) : user);
    }

    /** @throws NotFound if there is no such user */
    public User reactivate(UserId id) {
        return change(id, User::reactivated);
    }

    /**
     * Locks a user out until a time.
     *
     * @throws NotFound if there is no such user
     */
    public User lock(UserId id, Instant until) {
        return change(id, user -> user.locked(until, now()));
    }

    /** @throws NotFound if there is no such user */
    public User unlock(UserId id) {
        return change(id, User::unlocked);
    }

    /** @throws NotFound if there is no such user */
    public User changePassword(UserId id, PasswordHash password) {
        return change(id, user -> user.withPassword(password, now()));
    }

    /** Repeats a change on the current user if another change was stored in between. */
    private User change(UserId id, UnaryOperator<User> step) {
        while (true) {
            User before = users.find(id).orElseThrow(() -> new NotFound("user", id));
            User after = step.apply(before);
            if (after.equals(before) || users.replace(before, after)) {
                return after;
            }
        }
    }

    private Instant now() {
        return Microseconds.now(clock);
    }
}
