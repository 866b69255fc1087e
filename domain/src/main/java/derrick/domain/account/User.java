package derrick.domain.account;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * A person or service with an account. Users are deactivated and never deleted, because other records refer to them.
 *
 * @param passwordChangedAt when the password was last changed; empty if it is the first one
 * @param sessionsValidFrom sessions that began before this time are invalid; empty if all are valid
 */
public record User(
        UserId id,
        Username username,
        EmailAddress email,
        Optional<String> fullName,
        Role role,
        boolean active,
        PasswordHash password,
        Optional<Instant> passwordChangedAt,
        Optional<Instant> sessionsValidFrom,
        LoginSummary logins,
        Instant createdAt) {
    private static final int MAX_NAME_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if a name is too long or a time is finer than a microsecond */
    public User {
        fullName.ifPresent(name -> Require.textOrEmpty("full_name", name, MAX_NAME_LENGTH));
        passwordChangedAt.ifPresent(time -> Require.time("password_changed_at", time));
        sessionsValidFrom.ifPresent(time -> Require.time("sessions_valid_from", time));
        Require.time("created_at", createdAt);
    }

    /** Returns the user with another role; sessions end. */
    public User inRole(Role next, Instant at) {
        return with(next, active, Optional.of(at), logins);
    }

    /** Returns the user deactivated; sessions end. */
    public User deactivated(Instant at) {
        return with(role, false, Optional.of(at), logins);
    }

    /** Returns the user active again. */
    public User reactivated() {
        return with(role, true, sessionsValidFrom, logins);
    }

    /** Returns the user locked until a time; sessions end. */
    public User locked(Instant until, Instant at) {
        return with(role, active, Optional.of(at), logins.withLock(Optional.of(until)));
    }

    /** Returns the user without a lock. */
    public User unlocked() {
        return with(role, active, sessionsValidFrom, logins.withLock(Optional.empty()));
    }

    /** Returns the user with a new password and no failed logins; sessions end. */
    public User withPassword(PasswordHash next, Instant at) {
        return new User(
                id,
                username,
                email,
                fullName,
                role,
                active,
                next,
                Optional.of(at),
                Optional.of(at),
                logins.withoutFailures(),
                createdAt);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(createdAt, id.value());
    }

    private User with(
            Role nextRole, boolean nextActive, Optional<Instant> nextSessionsValidFrom, LoginSummary nextLogins) {
        return new User(
                id,
                username,
                email,
                fullName,
                nextRole,
                nextActive,
                password,
                passwordChangedAt,
                nextSessionsValidFrom,
                nextLogins,
                createdAt);
    }
}
