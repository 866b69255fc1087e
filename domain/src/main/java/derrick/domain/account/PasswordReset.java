package derrick.domain.account;

import derrick.domain.store.Transactions;
import derrick.domain.time.Microseconds;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Resets a forgotten password with a secret that is mailed, and is valid once and for minutes. */
public final class PasswordReset {
    /** How long the secret is good. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

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

    /** A secret, and whom to send it. */
    public record Issued(User user, ResetSecret secret) {}

    /**
     * Makes a secret for the user of this address.
     *
     * @return empty if no active user has it; whoever asked must not be able to tell
     */
    public Optional<Issued> request(EmailAddress email) {
        return users.findAddressed(email).filter(User::active).map(user -> {
            ResetSecret secret = ResetSecret.random(random);
            Instant now = now();
            tokens.add(new PasswordResetToken(
                    TokenHash.of(secret), user.id(), now, now.plus(GOOD_FOR), new PasswordResetToken.Unused()));
            return new Issued(user, secret);
        });
    }

    /**
     * Gives the user of a secret a new password; of many who try it at once, to one of them.
     *
     * @throws PasswordResetRefused if the secret is unknown, used or late, the password has been changed since it was
     *     made, or the user may not sign in any more
     */
    public User redeem(ResetSecret secret, PasswordHash password) {
        return transactions.together(() -> {
            Instant now = now();
            PasswordResetToken token = tokens.find(TokenHash.of(secret)).orElseThrow(PasswordResetRefused::unknown);
            if (!tokens.replace(token, token.redeem(now))) {
                throw PasswordResetRefused.used();
            }
            return choose(token, password, now);
        });
    }

    private User choose(PasswordResetToken token, PasswordHash password, Instant now) {
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
