package derrick.persistence.account;

import derrick.domain.account.BlacklistedToken;
import derrick.domain.account.BlacklistedTokens;
import derrick.domain.account.TokenHash;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores revoked tokens in the table {@code blacklisted_tokens}. */
public final class JdbiBlacklistedTokens implements BlacklistedTokens {
    private final Store store;

    @Inject
    public JdbiBlacklistedTokens(Store store) {
        this.store = store;
    }

    @Override
    public boolean add(BlacklistedToken token) {
        return store.query(handle -> handle.createUpdate("""
                        INSERT INTO blacklisted_tokens (token_hash, user_id, created_at, expires_at, reason)
                        VALUES (decode(:tokenHash, 'hex'), :userId, :createdAt, :expiresAt, :reason)
                        ON CONFLICT (token_hash) DO NOTHING
                        """)
                        .bindMethods(BlacklistedTokenRow.of(token))
                        .execute()
                == 1);
    }

    @Override
    public Optional<BlacklistedToken> find(TokenHash hash) {
        return store.query(handle -> handle.createQuery("""
                        SELECT encode(token_hash, 'hex') AS token_hash, user_id, created_at, expires_at, reason
                        FROM blacklisted_tokens
                        WHERE token_hash = decode(:hash, 'hex')
                        """)
                .bind("hash", hash.value())
                .map(ConstructorMapper.of(BlacklistedTokenRow.class))
                .map(BlacklistedTokenRow::token)
                .findOne());
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return store.query(handle -> handle.createUpdate("""
                        DELETE FROM blacklisted_tokens
                        WHERE id IN (
                            SELECT id
                            FROM blacklisted_tokens
                            WHERE expires_at < :before
                            ORDER BY expires_at
                            LIMIT :limit)
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .execute());
    }
}
