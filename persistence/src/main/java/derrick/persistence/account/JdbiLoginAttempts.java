package derrick.persistence.account;

import derrick.domain.account.LoginAttempt;
import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.account.LoginAttemptId;
import derrick.domain.account.LoginAttempts;
import derrick.domain.account.Username;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores login attempts in the table {@code login_attempts}. */
public final class JdbiLoginAttempts implements LoginAttempts {
    private final Store store;

    @Inject
    public JdbiLoginAttempts(Store store) {
        this.store = store;
    }

    @Override
    public LoginAttemptId nextId() {
        return new LoginAttemptId(store.nextId("login_attempts"));
    }

    @Override
    public Optional<Instant> add(
            LoginAttempt attempt, Instant since, Function<List<LoginAttempt>, Optional<Instant>> refusedUntil) {
        return store.inTransaction(handle -> {
            lock(handle, attempt.username());
            Optional<Instant> until = refusedUntil.apply(listNotRefused(handle, attempt.username(), since));
            insert(handle, attempt.with(until.isPresent() ? Outcome.REFUSED : Outcome.FAILED));
            return until;
        });
    }

    @Override
    public boolean markSucceeded(LoginAttemptId id) {
        return store.query(
                handle -> handle.createUpdate("""
                        UPDATE login_attempts
                        SET outcome = 'succeeded'
                        WHERE id = :id AND outcome = 'failed'
                        """).bind("id", id.value()).execute() == 1);
    }

    @Override
    public List<LoginAttempt> list(Username username, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM login_attempts
                        WHERE lower(username) = lower(:username) AND (attempted_at, id) < (:after.time, :after.id)
                        ORDER BY attempted_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("username", username.value())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(LoginAttemptRow.class))
                .map(LoginAttemptRow::attempt)
                .list());
    }

    /** Serializes the attempts with one user name: holds an advisory lock until the transaction ends. */
    private static void lock(Handle handle, Username username) {
        handle.createQuery("""
                        SELECT pg_advisory_xact_lock(hashtext('login_attempts'), hashtext(lower(:username)))
                        """)
                .bind("username", username.value())
                .mapTo(String.class)
                .one();
    }

    private static List<LoginAttempt> listNotRefused(Handle handle, Username username, Instant since) {
        return handle.createQuery("""
                        SELECT *
                        FROM login_attempts
                        WHERE lower(username) = lower(:username) AND attempted_at >= :since AND outcome <> 'refused'
                        ORDER BY attempted_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("username", username.value())
                .bind("since", since)
                .bind("limit", MAX_RECENT)
                .map(ConstructorMapper.of(LoginAttemptRow.class))
                .map(LoginAttemptRow::attempt)
                .list();
    }

    private static void insert(Handle handle, LoginAttempt attempt) {
        handle.createUpdate("""
                        INSERT INTO login_attempts (id, username, ip_address, user_agent, attempted_at, outcome)
                        VALUES (:id, :username, :ipAddress, :userAgent, :attemptedAt, :outcome)
                        """).bindMethods(LoginAttemptRow.of(attempt)).execute();
    }
}
