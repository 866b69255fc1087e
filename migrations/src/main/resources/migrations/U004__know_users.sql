-- Moves the rows of users back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('users') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('users') THEN
        CREATE TABLE derrick_legacy.users (
            id                    serial PRIMARY KEY,
            username              varchar(50) NOT NULL UNIQUE,
            email                 varchar(100) NOT NULL UNIQUE,
            hashed_password       varchar(255) NOT NULL,
            full_name             varchar(100),
            role                  varchar(20) NOT NULL DEFAULT 'viewer',
            is_active             boolean DEFAULT true,
            created_at            timestamp,
            last_login            timestamp,
            failed_login_attempts integer DEFAULT 0,
            locked_until          timestamp,
            password_changed_at   timestamp
        );

        CREATE VIEW derrick_legacy.users_as_001 AS
        SELECT
            id,
            username,
            email,
            hashed_password,
            full_name,
            role,
            is_active,
            derrick_legacy.local_time(created_at) AS created_at,
            derrick_legacy.local_time(last_login) AS last_login,
            failed_login_attempts,
            derrick_legacy.local_time(locked_until) AS locked_until,
            derrick_legacy.local_time(password_changed_at) AS password_changed_at,
            old AS original
        FROM users AS old;

        PERFORM derrick_legacy.grant_alike('users', 'derrick_legacy.users');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('users', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('users');
END $$;
