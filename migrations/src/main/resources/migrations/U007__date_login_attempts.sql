-- Moves the rows of login_attempts back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.
-- Revision 001 does not tell an attempt that was refused unseen from one that failed.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('login_attempts') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('login_attempts') THEN
        CREATE TABLE derrick_legacy.login_attempts (
            id           serial PRIMARY KEY,
            username     varchar(50) NOT NULL,
            ip_address   varchar(45),
            success      boolean DEFAULT false,
            attempted_at timestamp,
            user_agent   varchar(255)
        );
        CREATE INDEX ix_login_attempts_username ON derrick_legacy.login_attempts (username);
        CREATE INDEX ix_login_attempts_attempted_at ON derrick_legacy.login_attempts (attempted_at);
        CREATE INDEX ix_login_attempts_ip_address ON derrick_legacy.login_attempts (ip_address);

        CREATE VIEW derrick_legacy.login_attempts_as_001 AS
        SELECT
            id,
            username,
            ip_address,
            outcome = 'succeeded' AS success,
            derrick_legacy.local_time(attempted_at) AS attempted_at,
            user_agent,
            old AS original
        FROM login_attempts AS old;

        PERFORM derrick_legacy.grant_alike('login_attempts', 'derrick_legacy.login_attempts');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('login_attempts', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('login_attempts');
END $$;
