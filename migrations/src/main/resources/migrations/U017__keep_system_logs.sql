-- Moves the rows of system_logs back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('system_logs') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('system_logs') THEN
        CREATE TABLE derrick_legacy.system_logs (
            id        serial PRIMARY KEY,
            timestamp timestamp,
            level     varchar(20) NOT NULL,
            service   varchar(50) NOT NULL,
            message   text NOT NULL,
            details   jsonb,
            user_id   integer
        );
        CREATE INDEX ix_system_logs_timestamp ON derrick_legacy.system_logs (timestamp);
        CREATE INDEX ix_system_logs_level ON derrick_legacy.system_logs (level);
        CREATE INDEX ix_system_logs_service ON derrick_legacy.system_logs (service);
        CREATE INDEX ix_system_logs_user_id ON derrick_legacy.system_logs (user_id);

        CREATE VIEW derrick_legacy.system_logs_as_001 AS
        SELECT
            id,
            derrick_legacy.local_time(old.timestamp) AS timestamp,
            level,
            service,
            message,
            details,
            user_id,
            old AS original
        FROM system_logs AS old;

        PERFORM derrick_legacy.grant_alike('system_logs', 'derrick_legacy.system_logs');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('system_logs', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('system_logs');
    DROP FUNCTION system_logs_keep();
END $$;
