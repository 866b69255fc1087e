-- Moves the rows of maintenance_schedules back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('maintenance_schedules') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('maintenance_schedules') THEN
        CREATE TABLE derrick_legacy.maintenance_schedules (
            id                       serial PRIMARY KEY,
            rig_id                   varchar(50) NOT NULL,
            component                varchar(100) NOT NULL,
            maintenance_type         varchar(50) NOT NULL,
            scheduled_date           timestamp NOT NULL,
            estimated_duration_hours double precision NOT NULL,
            priority                 varchar(20) NOT NULL,
            status                   varchar(20) DEFAULT 'scheduled',
            assigned_to              varchar(100),
            notes                    text,
            created_at               timestamp,
            updated_at               timestamp
        );
        CREATE INDEX ix_maintenance_schedules_rig_id ON derrick_legacy.maintenance_schedules (rig_id);
        CREATE INDEX ix_maintenance_schedules_scheduled_date ON derrick_legacy.maintenance_schedules (scheduled_date);
        CREATE INDEX ix_maintenance_schedules_status ON derrick_legacy.maintenance_schedules (status);

        CREATE VIEW derrick_legacy.maintenance_schedules_as_001 AS
        SELECT
            id,
            rig_id,
            component,
            maintenance_type,
            derrick_legacy.local_time(scheduled_date) AS scheduled_date,
            estimated_duration_hours,
            priority,
            status,
            assigned_to,
            notes,
            derrick_legacy.local_time(created_at) AS created_at,
            derrick_legacy.local_time(updated_at) AS updated_at,
            old AS original
        FROM maintenance_schedules AS old;

        PERFORM derrick_legacy.grant_alike('maintenance_schedules', 'derrick_legacy.maintenance_schedules');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('maintenance_schedules', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('maintenance_schedules');
END $$;
