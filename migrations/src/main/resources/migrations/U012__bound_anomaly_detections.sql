-- Moves the rows of anomaly_detections back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('anomaly_detections') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('anomaly_detections') THEN
        CREATE TABLE derrick_legacy.anomaly_detections (
            id                  serial PRIMARY KEY,
            rig_id              varchar(50) NOT NULL,
            timestamp           timestamp,
            is_anomaly          boolean NOT NULL,
            anomaly_score       double precision NOT NULL,
            affected_parameters jsonb NOT NULL,
            severity            varchar(20) NOT NULL,
            description         text,
            investigated        boolean DEFAULT false,
            investigation_notes text
        );
        CREATE INDEX ix_anomaly_detections_rig_id ON derrick_legacy.anomaly_detections (rig_id);
        CREATE INDEX ix_anomaly_detections_timestamp ON derrick_legacy.anomaly_detections (timestamp);

        CREATE VIEW derrick_legacy.anomaly_detections_as_001 AS
        SELECT
            id,
            rig_id,
            derrick_legacy.local_time(old.timestamp) AS timestamp,
            is_anomaly,
            anomaly_score,
            affected_parameters,
            severity,
            description,
            investigated,
            investigation_notes,
            old AS original
        FROM anomaly_detections AS old;

        PERFORM derrick_legacy.grant_alike('anomaly_detections', 'derrick_legacy.anomaly_detections');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('anomaly_detections', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('anomaly_detections');
END $$;
