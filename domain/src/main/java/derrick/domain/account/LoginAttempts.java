package derrick.domain.account;

import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The repository of login attempts. */
public interface LoginAttempts {
    /** The largest number of earlier attempts that {@link #add} passes to the rule. */
    int MAX_RECENT = 1000;

    /** Returns an ID that no attempt has had. */
    LoginAttemptId nextId();

    /**
     * Stores an attempt: as refused if the rule returns a time, otherwise as failed until {@link #markSucceeded} is
     * called. Concurrent attempts with the same name run one after another, so that each rule sees all earlier ones.
     *
     * @param since the time of the earliest attempt passed to the rule
     * @param refusedUntil the rule. Its argument is the earlier attempts with this name whose password was checked,
     *     newest first. It may be called more than once and must have no side effects
     * @return what the rule returned
     */
    Optional<Instant> add(
            LoginAttempt attempt, Instant since, Function<List<LoginAttempt>, Optional<Instant>> refusedUntil);

    /** Changes a failed attempt to succeeded; returns whether there was such a failed attempt. */
    boolean markSucceeded(LoginAttemptId id);

    /** Returns the attempts with a name, in any letter case, newest first. */
    List<LoginAttempt> list(Username username, Page page);
}
