-- Access tokens that count no more, though they have not expired yet.

CREATE TABLE blacklisted_tokens (
    id         serial PRIMARY KEY,
    token      varchar(500) NOT NULL UNIQUE,
    user_id    integer REFERENCES users ON DELETE SET NULL,
    expires_at timestamp NOT NULL,  -- no longer needed after
    created_at timestamp,
    reason     varchar(100)         -- such as logout
);

CREATE INDEX ix_blacklisted_tokens_expires_at ON blacklisted_tokens (expires_at);
CREATE INDEX ix_blacklisted_tokens_user_id ON blacklisted_tokens (user_id);
