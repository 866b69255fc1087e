package derrick.persistence.account;

import derrick.domain.account.BlacklistedToken;
import derrick.domain.account.TokenHash;
import derrick.domain.account.UserId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code blacklisted_tokens}. {@code tokenHash} holds the bytes of the hash in hexadecimal digits. */
public record BlacklistedTokenRow(
        String tokenHash, Optional<Long> userId, Instant createdAt, Instant expiresAt, Optional<String> reason) {

    static BlacklistedTokenRow of(BlacklistedToken token) {
        return new BlacklistedTokenRow(
                token.hash().value(),
                token.user().map(UserId::value),
                token.createdAt(),
                token.expiresAt(),
                token.reason());
    }

    BlacklistedToken token() {
        return new BlacklistedToken(new TokenHash(tokenHash), userId.map(UserId::new), createdAt, expiresAt, reason);
    }
}
