-- What the services had to say.

CREATE TABLE system_logs (
    id        serial PRIMARY KEY,
    timestamp timestamp,
    level     varchar(20) NOT NULL,                        -- DEBUG, INFO, WARNING, ERROR, CRITICAL
    service   varchar(50) NOT NULL,
    message   text NOT NULL,
    details   jsonb,                                       -- whatever the service adds
    user_id   integer REFERENCES users ON DELETE SET NULL  -- on whose behalf
);

CREATE INDEX ix_system_logs_timestamp ON system_logs (timestamp);
CREATE INDEX ix_system_logs_level ON system_logs (level);
CREATE INDEX ix_system_logs_service ON system_logs (service);
CREATE INDEX ix_system_logs_user_id ON system_logs (user_id);
