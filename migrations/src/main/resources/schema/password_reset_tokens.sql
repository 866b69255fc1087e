-- Tokens with which somebody who forgot a password chooses a new one.

CREATE TABLE password_reset_tokens (
    id         serial PRIMARY KEY,
    user_id    integer NOT NULL REFERENCES users ON DELETE CASCADE,
    token      varchar(255) NOT NULL UNIQUE,
    expires_at timestamp NOT NULL,
    used       boolean DEFAULT false,  -- a token is good once
    created_at timestamp
);

CREATE INDEX ix_password_reset_tokens_user_id ON password_reset_tokens (user_id);
CREATE INDEX ix_password_reset_tokens_expires_at ON password_reset_tokens (expires_at);
