-- Moves the rows of dvr_process_history back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('dvr_process_history') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('dvr_process_history') THEN
        CREATE TABLE derrick_legacy.dvr_process_history (
            id                serial PRIMARY KEY,
            rig_id            varchar(50),
            raw_record        jsonb NOT NULL,
            reconciled_record jsonb,
            is_valid          boolean NOT NULL DEFAULT true,
            reason            text,
            anomaly_flag      boolean NOT NULL DEFAULT false,
            anomaly_details   jsonb,
            status            varchar(20) NOT NULL DEFAULT 'processed',
            notes             text,
            source            varchar(50),
            created_at        timestamp,
            updated_at        timestamp
        );
        CREATE INDEX ix_dvr_process_history_rig_id ON derrick_legacy.dvr_process_history (rig_id);
        CREATE INDEX ix_dvr_process_history_status ON derrick_legacy.dvr_process_history (status);
        CREATE INDEX ix_dvr_process_history_created_at ON derrick_legacy.dvr_process_history (created_at);

        CREATE VIEW derrick_legacy.dvr_process_history_as_001 AS
        SELECT
            id,
            rig_id,
            raw_record,
            reconciled_record,
            is_valid,
            reason,
            anomaly_flag,
            anomaly_details,
            status,
            notes,
            source,
            derrick_legacy.local_time(created_at) AS created_at,
            derrick_legacy.local_time(updated_at) AS updated_at,
            old AS original
        FROM dvr_process_history AS old;

        PERFORM derrick_legacy.grant_alike('dvr_process_history', 'derrick_legacy.dvr_process_history');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('dvr_process_history', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('dvr_process_history');
    DROP FUNCTION dvr_process_history_keep();
END $$;
