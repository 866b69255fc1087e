package derrick.domain.account;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may use the platform, or something that acts in its own name. Users are deactivated and never deleted:
 * what they signed stays signed.
 *
 * @param passwordChangedAt when the password was last chosen, if it was since the account was made
 * @param sessionsFrom sessions begun before this have ended; empty if none had to
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
        Optional<Instant> sessionsFrom,
        LoginSummary signIns,
        Instant createdAt) {
    private static final int LONGEST_NAME = 100;

    /** @throws derrick.domain.field.InvalidField if a name is too long or a time is finer than a microsecond */
    public User {
        fullName.ifPresent(name -> Require.textOrNothing("full_name", name, LONGEST_NAME));
        passwordChangedAt.ifPresent(time -> Require.time("password_changed_at", time));
        sessionsFrom.ifPresent(time -> Require.time("sessions_valid_from", time));
        Require.time("created_at", createdAt);
    }

    /** The user in another role; sessions in the old one end. */
    public User inRole(Role next, Instant at) {
        return with(next, active, Optional.of(at), signIns);
    }

    /** The user who may not sign in any more; sessions end. */
    public User deactivated(Instant at) {
        return with(role, false, Optional.of(at), signIns);
    }

    /** The user who may sign in again. */
    public User reactivated() {
        return with(role, true, sessionsFrom, signIns);
    }

    /** The user who may not sign in for a time; sessions end. */
    public User locked(Instant until, Instant at) {
        return with(role, active, Optional.of(at), signIns.lockedUntil(Optional.of(until)));
    }

    /** The user who need not wait any longer. */
    public User unlocked() {
        return with(role, active, sessionsFrom, signIns.lockedUntil(Optional.empty()));
    }

    /** The user with a new password; sessions end, and guesses at the old one are forgiven. */
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
                signIns.forgiven(),
                createdAt);
    }

    /** Where the user stands in a list by time. */
    public PageCursor mark() {
        return new PageCursor(createdAt, id.value());
    }

    private User with(Role nextRole, boolean nextActive, Optional<Instant> nextSessionsFrom, LoginSummary nextSignIns) {
        return new User(
                id,
                username,
                email,
                fullName,
                nextRole,
                nextActive,
                password,
                passwordChangedAt,
                nextSessionsFrom,
                nextSignIns,
                createdAt);
    }
}
