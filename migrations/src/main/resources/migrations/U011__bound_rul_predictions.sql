-- Moves the rows of rul_predictions back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('rul_predictions') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('rul_predictions') THEN
        CREATE TABLE derrick_legacy.rul_predictions (
            id                  serial PRIMARY KEY,
            rig_id              varchar(50) NOT NULL,
            component           varchar(100) NOT NULL,
            predicted_rul       double precision NOT NULL,
            confidence          double precision NOT NULL,
            timestamp           timestamp,
            model_used          varchar(50) NOT NULL,
            recommendation      text,
            actual_failure_time timestamp
        );
        CREATE INDEX ix_rul_predictions_rig_id ON derrick_legacy.rul_predictions (rig_id);
        CREATE INDEX ix_rul_predictions_timestamp ON derrick_legacy.rul_predictions (timestamp);

        CREATE VIEW derrick_legacy.rul_predictions_as_001 AS
        SELECT
            id,
            rig_id,
            component,
            predicted_rul,
            confidence,
            derrick_legacy.local_time(old.timestamp) AS timestamp,
            model_used,
            recommendation,
            derrick_legacy.local_time(actual_failure_time) AS actual_failure_time,
            old AS original
        FROM rul_predictions AS old;

        PERFORM derrick_legacy.grant_alike('rul_predictions', 'derrick_legacy.rul_predictions');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('rul_predictions', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('rul_predictions');
END $$;
