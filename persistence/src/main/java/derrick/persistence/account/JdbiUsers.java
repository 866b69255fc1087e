package derrick.persistence.account;

import derrick.domain.account.EmailAddress;
import derrick.domain.account.User;
import derrick.domain.account.UserId;
import derrick.domain.account.Username;
import derrick.domain.account.Users;
import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.store.ConstraintViolation;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** Stores users in the table {@code users}. */
public final class JdbiUsers implements Users {
    private final Store store;

    @Inject
    public JdbiUsers(Store store) {
        this.store = store;
    }

    @Override
    public UserId nextId() {
        return new UserId(store.nextId("users"));
    }

    @Override
    public void add(User user) {
        try {
            store.query(handle ->
                    handle.createUpdate("""
                            INSERT INTO users (
                                id, username, email, hashed_password, full_name, role, is_active, created_at,
                                last_login, failed_login_attempts, locked_until, password_changed_at,
                                sessions_valid_from)
                            VALUES (
                                :id, :username, :email, :hashedPassword, :fullName, :role, :isActive, :createdAt,
                                :lastLogin, :failedLoginAttempts, :lockedUntil, :passwordChangedAt,
                                :sessionsValidFrom)
                            """).bindMethods(UserRow.of(user)).execute());
        } catch (ConstraintViolation violation) {
            throw switch (violation.constraint()) {
                case "users_username_key" -> new AlreadyExists("user name '%s'".formatted(user.username()));
                case "users_email_key" -> new AlreadyExists("e-mail address '%s'".formatted(user.email()));
                default -> violation;
            };
        }
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.query(
                handle -> users(handle.createQuery("""
                        SELECT *
                        FROM users
                        WHERE id = :id
                        """).bind("id", id.value())).findOne());
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return store.query(handle -> users(handle.createQuery("""
                        SELECT *
                        FROM users
                        WHERE lower(username) = lower(:username)
                        """).bind("username", username.value()))
                .findOne());
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return store.query(handle ->
                users(handle.createQuery("""
                        SELECT *
                        FROM users
                        WHERE lower(email) = lower(:email)
                        """).bind("email", email.value())).findOne());
    }

    @Override
    public List<User> list(Page page) {
        return store.query(handle -> users(handle.createQuery("""
                        SELECT *
                        FROM users
                        WHERE (created_at, id) < (:after.time, :after.id)
                        ORDER BY created_at DESC, id DESC
                        LIMIT :limit
                        """)
                        .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                        .bind("limit", page.limit()))
                .list());
    }

    /** Compares and updates in one statement, so one of several concurrent callers succeeds. */
    @Override
    public boolean replace(User before, User after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE users
                        SET username = :after.username, email = :after.email,
                            hashed_password = :after.hashedPassword, full_name = :after.fullName,
                            role = :after.role, is_active = :after.isActive, last_login = :after.lastLogin,
                            failed_login_attempts = :after.failedLoginAttempts, locked_until = :after.lockedUntil,
                            password_changed_at = :after.passwordChangedAt,
                            sessions_valid_from = :after.sessionsValidFrom
                        WHERE id = :before.id
                            AND (username, email, hashed_password, full_name, role, is_active, last_login,
                                failed_login_attempts, locked_until, password_changed_at, sessions_valid_from)
                            IS NOT DISTINCT FROM
                                (:before.username, :before.email, :before.hashedPassword, :before.fullName,
                                :before.role, :before.isActive, :before.lastLogin, :before.failedLoginAttempts,
                                :before.lockedUntil, :before.passwordChangedAt, :before.sessionsValidFrom)
                        """)
                        .bindMethods("before", UserRow.of(before))
                        .bindMethods("after", UserRow.of(after))
                        .execute()
                == 1);
    }

    @Override
    public void recordLogin(UserId id, Instant at) {
        store.query(handle ->
                handle.createUpdate("""
                        UPDATE users
                        SET last_login = :at, failed_login_attempts = 0
                        WHERE id = :id
                        """).bind("id", id.value()).bind("at", at).execute());
    }

    @Override
    public void recordFailedLogin(UserId id) {
        store.query(handle -> handle.createUpdate("""
                        UPDATE users
                        SET failed_login_attempts = failed_login_attempts + 1
                        WHERE id = :id
                        """).bind("id", id.value()).execute());
    }

    private static ResultIterable<User> users(Query query) {
        return query.map(ConstructorMapper.of(UserRow.class)).map(UserRow::user);
    }
}
