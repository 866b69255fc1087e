package derrick.persistence.account;

import derrick.domain.account.PasswordResetToken;
import derrick.domain.account.PasswordResetTokens;
import derrick.domain.account.TokenHash;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores password reset tokens in the table {@code password_reset_tokens}. */
public final class JdbiPasswordResetTokens implements PasswordResetTokens {
    private final Store store;

    @Inject
    public JdbiPasswordResetTokens(Store store) {
        this.store = store;
    }

    @Override
    public void add(PasswordResetToken token) {
        store.query(handle -> handle.createUpdate("""
                        INSERT INTO password_reset_tokens (token_hash, user_id, created_at, expires_at, used_at)
                        VALUES (decode(:tokenHash, 'hex'), :userId, :createdAt, :expiresAt, :usedAt)
                        """)
                .bindMethods(PasswordResetTokenRow.of(token))
                .execute());
    }

    @Override
    public Optional<PasswordResetToken> find(TokenHash hash) {
        return store.query(handle -> handle.createQuery("""
                        SELECT encode(token_hash, 'hex') AS token_hash, user_id, created_at, expires_at, used_at
                        FROM password_reset_tokens
                        WHERE token_hash = decode(:hash, 'hex')
                        """)
                .bind("hash", hash.value())
                .map(ConstructorMapper.of(PasswordResetTokenRow.class))
                .map(PasswordResetTokenRow::token)
                .findOne());
    }

    /** Compares and updates in one statement, so one of several concurrent callers with the same secret succeeds. */
    @Override
    public boolean replace(PasswordResetToken before, PasswordResetToken after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE password_reset_tokens
                        SET used_at = :usedAt
                        WHERE token_hash = decode(:tokenHash, 'hex') AND (used_at IS NOT NULL) = :wasUsed
                        """)
                        .bindMethods(PasswordResetTokenRow.of(after))
                        .bind("wasUsed", before.use() instanceof PasswordResetToken.Used)
                        .execute()
                == 1);
    }
}
