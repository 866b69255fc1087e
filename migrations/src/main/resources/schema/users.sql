-- The people who may sign in, and how they do.

CREATE TABLE users (
    id                    serial PRIMARY KEY,
    username              varchar(50) NOT NULL UNIQUE,
    email                 varchar(100) NOT NULL UNIQUE,
    hashed_password       varchar(255) NOT NULL,                  -- with its salt; never the password
    full_name             varchar(100),
    -- admin, engineer, operator, data_scientist, maintenance, viewer:
    role                  varchar(20) NOT NULL DEFAULT 'viewer',
    is_active             boolean DEFAULT true,
    created_at            timestamp,
    last_login            timestamp,
    failed_login_attempts integer DEFAULT 0,                      -- in a row
    locked_until          timestamp,                              -- no sign-in before
    password_changed_at   timestamp
);
