package derrick.domain.account;

import derrick.domain.store.Transactions;
import derrick.domain.time.Microseconds;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Resets a forgotten password with a secret that is mailed to the user and can be used once, within ten minutes. */
public final class PasswordReset {
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    private final Users users;
    private final PasswordResetTokens tokens;
    private final Transactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    public PasswordReset(
            Users users, PasswordResetTokens tokens, Transactions transactions, SecureRandom random, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** A secret and the user to mail it to. */
    public record Issued(User user, ResetSecret secret) {}

    /** Thrown when a secret is unknown, used or expired. */
    public static final class PasswordResetRefused extends RuntimeException {
        private PasswordResetRefused(String message) {
            super(message);
        }

        static PasswordResetRefused unknown() {
            return new PasswordResetRefused("the reset token is unknown; request a new one");
        }

        static PasswordResetRefused used() {
            return new PasswordResetRefused("the reset token was used already; request a new one");
        }

        static PasswordResetRefused expired() {
            return new PasswordResetRefused("the reset token has expired; request a new one");
        }
    }

    /**
     * Issues a secret for the user with an e-mail address.
     *
     * @return empty if no active user has the address; the answer to the client must not reveal that
     */
    public Optional<Issued> request(EmailAddress email) {
        return users.findByEmail(email).filter(User::active).map(user -> {
            ResetSecret secret = ResetSecret.random(random);
            Instant now = now();
            tokens.add(new PasswordResetToken(
                    TokenHash.of(secret), user.id(), now, now.plus(VALIDITY), new PasswordResetToken.Unused()));
            return new Issued(user, secret);
        });
    }

    /**
     * Sets a new password for the user of a secret. Of several concurrent calls, one succeeds.
     *
     * @throws PasswordResetRefused if the secret is unknown, used or expired, the password was changed since the secret
     *     was issued, or the user is deactivated
     */
    public User redeem(ResetSecret secret, PasswordHash password) {
        return transactions.inTransaction(() -> {
            Instant now = now();
            PasswordResetToken token = tokens.find(TokenHash.of(secret)).orElseThrow(PasswordResetRefused::unknown);
            if (!tokens.replace(token, token.redeem(now))) {
                throw PasswordResetRefused.used();
            }
            return changePassword(token, password, now);
        });
    }

    private User changePassword(PasswordResetToken token, PasswordHash password, Instant now) {
        while (true) {
            User before = users.find(token.user()).filter(User::active).orElseThrow(PasswordResetRefused::unknown);
            if (before.passwordChangedAt()
                    .filter(changed -> !changed.isBefore(token.createdAt()))
                    .isPresent()) {
                throw PasswordResetRefused.expired();
            }
            User after = before.withPassword(password, now);
            if (users.replace(before, after)) {
                return after;
            }
        }
    }

    private Instant now() {
        return Microseconds.now(clock);
    }
}
