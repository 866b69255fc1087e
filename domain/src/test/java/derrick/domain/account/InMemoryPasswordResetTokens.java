package derrick.domain.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Password reset tokens in memory, for tests. Thread-safe. */
public final class InMemoryPasswordResetTokens implements PasswordResetTokens {
    private final Map<TokenHash, PasswordResetToken> stored = new HashMap<>();

    @Override
    public synchronized void add(PasswordResetToken token) {
        if (stored.putIfAbsent(token.hash(), token) != null) {
            throw new IllegalStateException("there is such a token");
        }
    }

    @Override
    public synchronized Optional<PasswordResetToken> find(TokenHash hash) {
        return Optional.ofNullable(stored.get(hash));
    }

    @Override
    public synchronized boolean replace(PasswordResetToken before, PasswordResetToken after) {
        return find(before.hash())
                .filter(current -> current.use().getClass().equals(before.use().getClass()))
                .map(current -> stored.put(current.hash(), after))
                .isPresent();
    }
}
