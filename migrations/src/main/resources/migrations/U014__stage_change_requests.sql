-- Moves the rows of change_requests back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.
-- Who closed a request stands where revision 001 keeps who approved it.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('change_requests') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('change_requests') THEN
        CREATE TABLE derrick_legacy.change_requests (
            id               serial PRIMARY KEY,
            rig_id           varchar(50) NOT NULL,
            change_type      varchar(20) NOT NULL,
            component        varchar(100) NOT NULL,
            parameter        varchar(100) NOT NULL,
            old_value        text,
            new_value        text NOT NULL,
            status           varchar(20) DEFAULT 'pending',
            auto_execute     boolean DEFAULT false,
            requested_by     integer,
            approved_by      integer,
            applied_by       integer,
            requested_at     timestamp,
            approved_at      timestamp,
            applied_at       timestamp,
            rejection_reason text,
            error_message    text,
            metadata         jsonb
        );
        CREATE INDEX ix_change_requests_rig_id ON derrick_legacy.change_requests (rig_id);
        CREATE INDEX ix_change_requests_change_type ON derrick_legacy.change_requests (change_type);
        CREATE INDEX ix_change_requests_status ON derrick_legacy.change_requests (status);
        CREATE INDEX ix_change_requests_requested_at ON derrick_legacy.change_requests (requested_at);
        CREATE INDEX ix_change_requests_requested_by ON derrick_legacy.change_requests (requested_by);

        CREATE VIEW derrick_legacy.change_requests_as_001 AS
        SELECT
            id,
            rig_id,
            change_type,
            component,
            parameter,
            old_value,
            new_value,
            status,
            auto_execute,
            requested_by,
            coalesce(approved_by, closed_by) AS approved_by,
            applied_by,
            derrick_legacy.local_time(requested_at) AS requested_at,
            derrick_legacy.local_time(coalesce(approved_at, closed_at)) AS approved_at,
            derrick_legacy.local_time(applied_at) AS applied_at,
            rejection_reason,
            error_message,
            metadata,
            old AS original
        FROM change_requests AS old;

        PERFORM derrick_legacy.grant_alike('change_requests', 'derrick_legacy.change_requests');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('change_requests', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('change_requests');
END $$;
