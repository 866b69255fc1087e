package derrick.domain.account;

import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All attempts to sign in. */
public interface LoginAttempts {
    /** The most earlier attempts that a rule is shown. */
    int SHOWN_MOST = 1000;

    /** A number no attempt has had. */
    LoginAttemptId nextId();

    /**
     * Keeps an attempt: as refused if the rule names a time until which no password is looked at, else as failed, until
     * it is known better. Of many attempts on one name at once, each is judged when those before it are kept.
     *
     * @param since how far the rule looks back
     * @param refusedUntil the rule, which is shown the attempts on this name since then of which a password was looked
     *     at, the newest first; it may be asked more than once and must do nothing but answer
     * @return what the rule said
     */
    Optional<Instant> add(
            LoginAttempt attempt, Instant since, Function<List<LoginAttempt>, Optional<Instant>> refusedUntil);

    /** Notes that the password was right, if the attempt is kept as failed; says whether it was. */
    boolean succeed(LoginAttemptId id);

    /** The attempts on a name, in whatever letter case, the newest first. */
    List<LoginAttempt> list(Username username, Page page);
}
