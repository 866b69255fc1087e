package derrick.domain.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that count no more in memory, for tests of what stands on the port. Safe for use by many threads. */
public final class InMemoryBlacklistedTokens implements BlacklistedTokens {
    private final Map<TokenHash, BlacklistedToken> kept = new ConcurrentHashMap<>();

    @Override
    public boolean add(BlacklistedToken token) {
        return kept.putIfAbsent(token.hash(), token) == null;
    }

    @Override
    public Optional<BlacklistedToken> find(TokenHash hash) {
        return Optional.ofNullable(kept.get(hash));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        List<TokenHash> expired = kept.values().stream()
                .filter(token -> token.expiresAt().isBefore(before))
                .map(BlacklistedToken::hash)
                .limit(limit)
                .toList();
        expired.forEach(kept::remove);
        return expired.size();
    }
}
