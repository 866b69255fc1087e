-- Moves the rows of blacklisted_tokens back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.
-- Tokens do not come back: their hashes stand in their place, so that none of them counts as revoked any more.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('blacklisted_tokens') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('blacklisted_tokens') THEN
        CREATE TABLE derrick_legacy.blacklisted_tokens (
            id         serial PRIMARY KEY,
            token      varchar(500) NOT NULL UNIQUE,
            user_id    integer,
            expires_at timestamp NOT NULL,
            created_at timestamp,
            reason     varchar(100)
        );
        CREATE INDEX ix_blacklisted_tokens_expires_at ON derrick_legacy.blacklisted_tokens (expires_at);
        CREATE INDEX ix_blacklisted_tokens_user_id ON derrick_legacy.blacklisted_tokens (user_id);

        CREATE VIEW derrick_legacy.blacklisted_tokens_as_001 AS
        SELECT
            id,
            encode(token_hash, 'hex') AS token,
            user_id,
            derrick_legacy.local_time(expires_at) AS expires_at,
            derrick_legacy.local_time(created_at) AS created_at,
            reason,
            old AS original
        FROM blacklisted_tokens AS old;

        PERFORM derrick_legacy.grant_alike('blacklisted_tokens', 'derrick_legacy.blacklisted_tokens');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('blacklisted_tokens', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('blacklisted_tokens');
END $$;
