-- Who tried to sign in, from where, and whether it worked.

CREATE TABLE login_attempts (
    id           serial PRIMARY KEY,
    username     varchar(50) NOT NULL,  -- as typed; there may be no such user
    ip_address   varchar(45),           -- IPv4 or IPv6
    success      boolean DEFAULT false,
    attempted_at timestamp,
    user_agent   varchar(255)
);

CREATE INDEX ix_login_attempts_username ON login_attempts (username);
CREATE INDEX ix_login_attempts_attempted_at ON login_attempts (attempted_at);
CREATE INDEX ix_login_attempts_ip_address ON login_attempts (ip_address);
