-- Moves the rows of maintenance_alerts back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.
-- Revision 001 knows no shelving: a shelved alert becomes what it was before.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('maintenance_alerts') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('maintenance_alerts') THEN
        CREATE TABLE derrick_legacy.maintenance_alerts (
            id                     serial PRIMARY KEY,
            rig_id                 varchar(50) NOT NULL,
            component              varchar(100) NOT NULL,
            alert_type             varchar(50) NOT NULL,
            severity               varchar(20) NOT NULL,
            message                text NOT NULL,
            predicted_failure_time timestamp,
            created_at             timestamp,
            acknowledged           boolean DEFAULT false,
            acknowledged_by        varchar(100),
            acknowledged_at        timestamp,
            acknowledgement_notes  text,
            resolved               boolean DEFAULT false,
            resolved_at            timestamp,
            resolved_by            varchar(100),
            resolution_notes       text,
            dvr_history_id         integer
        );
        CREATE INDEX ix_maintenance_alerts_rig_id ON derrick_legacy.maintenance_alerts (rig_id);
        CREATE INDEX ix_maintenance_alerts_severity ON derrick_legacy.maintenance_alerts (severity);
        CREATE INDEX ix_maintenance_alerts_created_at ON derrick_legacy.maintenance_alerts (created_at);

        CREATE VIEW derrick_legacy.maintenance_alerts_as_001 AS
        SELECT
            id,
            rig_id,
            component,
            alert_type,
            severity,
            message,
            derrick_legacy.local_time(predicted_failure_time) AS predicted_failure_time,
            derrick_legacy.local_time(created_at) AS created_at,
            status = 'acknowledged' OR acknowledged_at IS NOT NULL AS acknowledged,
            acknowledged_by,
            derrick_legacy.local_time(acknowledged_at) AS acknowledged_at,
            acknowledgement_notes,
            status = 'resolved' AS resolved,
            derrick_legacy.local_time(resolved_at) AS resolved_at,
            resolved_by,
            resolution_notes,
            dvr_history_id,
            old AS original
        FROM maintenance_alerts AS old;

        PERFORM derrick_legacy.grant_alike('maintenance_alerts', 'derrick_legacy.maintenance_alerts');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('maintenance_alerts', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('maintenance_alerts');
END $$;
