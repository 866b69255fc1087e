-- Moves the rows of drilling_sessions back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('drilling_sessions') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('drilling_sessions') THEN
        CREATE TABLE derrick_legacy.drilling_sessions (
            id                        serial PRIMARY KEY,
            rig_id                    varchar(50) NOT NULL,
            well_id                   varchar(50) NOT NULL,
            start_time                timestamp NOT NULL,
            end_time                  timestamp,
            start_depth               double precision NOT NULL,
            end_depth                 double precision,
            average_rop               double precision,
            total_drilling_time_hours double precision,
            status                    varchar(20) DEFAULT 'active',
            notes                     text
        );
        CREATE INDEX ix_drilling_sessions_rig_id ON derrick_legacy.drilling_sessions (rig_id);
        CREATE INDEX ix_drilling_sessions_well_id ON derrick_legacy.drilling_sessions (well_id);

        CREATE VIEW derrick_legacy.drilling_sessions_as_001 AS
        SELECT
            id,
            rig_id,
            well_id,
            derrick_legacy.local_time(start_time) AS start_time,
            derrick_legacy.local_time(end_time) AS end_time,
            start_depth,
            end_depth,
            average_rop,
            total_drilling_time_hours,
            status,
            notes,
            old AS original
        FROM drilling_sessions AS old;

        PERFORM derrick_legacy.grant_alike('drilling_sessions', 'derrick_legacy.drilling_sessions');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('drilling_sessions', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('drilling_sessions');
END $$;
