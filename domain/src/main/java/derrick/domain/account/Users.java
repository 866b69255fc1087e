package derrick.domain.account;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everybody who ever had an account. */
public interface Users {
    /** A number no user has had, so that a user always has its number. */
    UserId nextId();

    /**
     * @throws AlreadyExists if another user has this name or address, ignoring case
     */
    void add(User user);

    Optional<User> find(UserId id);

    /** The user of this name, in whatever letter case. */
    Optional<User> findNamed(Username username);

    /** The user of this address, in whatever letter case. */
    Optional<User> findAddressed(EmailAddress email);

    /** All of them, the newest first. */
    List<User> list(Page page);

    /** Keeps {@code after} if the user still is what {@code before} says; says whether it did. */
    boolean replace(User before, User after);

    /** Notes a right password: the last sign-in, nothing to forgive any more. */
    void noteLogin(UserId id, Instant at);

    /** Notes one wrong password more. */
    void noteFailedLogin(UserId id);
}
