package derrick.domain.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Revoked tokens in memory, for tests. Thread-safe. */
public final class InMemoryBlacklistedTokens implements BlacklistedTokens {
    private final Map<TokenHash, BlacklistedToken> stored = new ConcurrentHashMap<>();

    @Override
    public boolean add(BlacklistedToken token) {
        return stored.putIfAbsent(token.hash(), token) == null;
    }

    @Override
    public Optional<BlacklistedToken> find(TokenHash hash) {
        return Optional.ofNullable(stored.get(hash));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        List<TokenHash> expired = stored.values().stream()
                .filter(token -> token.expiresAt().isBefore(before))
                .map(BlacklistedToken::hash)
                .limit(limit)
                .toList();
        expired.forEach(stored::remove);
        return expired.size();
    }
}
