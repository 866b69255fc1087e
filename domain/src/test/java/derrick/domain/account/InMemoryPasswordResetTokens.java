package derrick.domain.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rights to choose a new password in memory, for tests of what stands on the port. Safe for use by many threads. */
public final class InMemoryPasswordResetTokens implements PasswordResetTokens {
    private final Map<TokenHash, PasswordResetToken> kept = new HashMap<>();

    @Override
    public synchronized void add(PasswordResetToken token) {
        if (kept.putIfAbsent(token.hash(), token) != null) {
            throw new IllegalStateException("there is such a token");
        }
    }

    @Override
    public synchronized Optional<PasswordResetToken> find(TokenHash hash) {
        return Optional.ofNullable(kept.get(hash));
    }

    @Override
    public synchronized boolean replace(PasswordResetToken before, PasswordResetToken after) {
        return find(before.hash())
                .filter(now -> now.use().getClass().equals(before.use().getClass()))
                .map(now -> kept.put(now.hash(), after))
                .isPresent();
    }
}
