-- Moves the rows of password_reset_tokens back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.
-- Tokens do not come back: their hashes stand in their place, which are worth nothing as tokens.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('password_reset_tokens') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('password_reset_tokens') THEN
        CREATE TABLE derrick_legacy.password_reset_tokens (
            id         serial PRIMARY KEY,
            user_id    integer NOT NULL,
            token      varchar(255) NOT NULL UNIQUE,
            expires_at timestamp NOT NULL,
            used       boolean DEFAULT false,
            created_at timestamp
        );
        CREATE INDEX ix_password_reset_tokens_user_id ON derrick_legacy.password_reset_tokens (user_id);
        CREATE INDEX ix_password_reset_tokens_expires_at ON derrick_legacy.password_reset_tokens (expires_at);

        CREATE VIEW derrick_legacy.password_reset_tokens_as_001 AS
        SELECT
            id,
            user_id,
            encode(token_hash, 'hex') AS token,
            derrick_legacy.local_time(expires_at) AS expires_at,
            used_at IS NOT NULL AS used,
            derrick_legacy.local_time(created_at) AS created_at,
            old AS original
        FROM password_reset_tokens AS old;

        PERFORM derrick_legacy.grant_alike('password_reset_tokens', 'derrick_legacy.password_reset_tokens');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('password_reset_tokens', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('password_reset_tokens');
END $$;
