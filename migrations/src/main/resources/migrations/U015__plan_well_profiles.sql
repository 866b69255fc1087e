-- Moves the rows of well_profiles back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_001('well_profiles') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('well_profiles') THEN
        CREATE TABLE derrick_legacy.well_profiles (
            id                serial PRIMARY KEY,
            well_id           varchar(50) NOT NULL UNIQUE,
            rig_id            varchar(50) NOT NULL,
            total_depth       double precision NOT NULL,
            kick_off_point    double precision NOT NULL,
            build_rate        double precision NOT NULL,
            max_inclination   double precision NOT NULL,
            target_zone_start double precision NOT NULL,
            target_zone_end   double precision NOT NULL,
            geological_data   jsonb,
            created_at        timestamp,
            updated_at        timestamp
        );
        CREATE INDEX ix_well_profiles_rig_id ON derrick_legacy.well_profiles (rig_id);

        CREATE VIEW derrick_legacy.well_profiles_as_001 AS
        SELECT
            id,
            well_id,
            rig_id,
            total_depth,
            kick_off_point,
            build_rate,
            max_inclination,
            target_zone_start,
            target_zone_end,
            geological_data,
            derrick_legacy.local_time(created_at) AS created_at,
            derrick_legacy.local_time(updated_at) AS updated_at,
            old AS original
        FROM well_profiles AS old;

        PERFORM derrick_legacy.grant_alike('well_profiles', 'derrick_legacy.well_profiles');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('well_profiles', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('well_profiles');
END $$;
