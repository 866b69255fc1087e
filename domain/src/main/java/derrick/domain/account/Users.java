package derrick.domain.account;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repository of users, deactivated ones included. */
public interface Users {
    /** Returns an ID that no user has had. */
    UserId nextId();

    /** @throws AlreadyExists if another user has this name or address, ignoring case */
    void add(User user);

    Optional<User> find(UserId id);

    /** Returns the user with a name, in any letter case. */
    Optional<User> findByUsername(Username username);

    /** Returns the user with an e-mail address, in any letter case. */
    Optional<User> findByEmail(EmailAddress email);

    /** Returns all users, newest first. */
    List<User> list(Page page);

    /** Replaces the stored user if it still equals {@code before}; returns whether it was replaced. */
    boolean replace(User before, User after);

    /** Sets the time of the last login, and the number of failed ones to zero. */
    void recordLogin(UserId id, Instant at);

    /** Adds one to the number of failed logins. */
    void recordFailedLogin(UserId id);
}
