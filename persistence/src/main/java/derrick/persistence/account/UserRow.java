package derrick.persistence.account;

import derrick.domain.account.EmailAddress;
import derrick.domain.account.LoginSummary;
import derrick.domain.account.PasswordHash;
import derrick.domain.account.Role;
import derrick.domain.account.User;
import derrick.domain.account.UserId;
import derrick.domain.account.Username;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code users}. */
public record UserRow(
        long id,
        String username,
        String email,
        String hashedPassword,
        Optional<String> fullName,
        String role,
        boolean isActive,
        Instant createdAt,
        Optional<Instant> lastLogin,
        int failedLoginAttempts,
        Optional<Instant> lockedUntil,
        Optional<Instant> passwordChangedAt,
        Optional<Instant> sessionsValidFrom) {

    static UserRow of(User user) {
        return new UserRow(
                user.id().value(),
                user.username().value(),
                user.email().value(),
                user.password().value(),
                user.fullName(),
                user.role().toString(),
                user.active(),
                user.createdAt(),
                user.logins().last(),
                user.logins().failedInARow(),
                user.logins().lockedUntil(),
                user.passwordChangedAt(),
                user.sessionsValidFrom());
    }

    User user() {
        return new User(
                new UserId(id),
                new Username(username),
                new EmailAddress(email),
                fullName,
                Role.valueOf(role.toUpperCase(Locale.ROOT)),
                isActive,
                new PasswordHash(hashedPassword),
                passwordChangedAt,
                sessionsValidFrom,
                new LoginSummary(failedLoginAttempts, lockedUntil, lastLogin),
                createdAt);
    }
}
