-- Moves the rows of sensor_data back into the form of revision 001, batch by batch, and
-- those that the way up could not take along. Times lose their zone: they are written in that of
-- derrick.legacy_time_zone, or in UTC where nobody named one. What revision 001 forbids goes to quarantined_rows.
-- Six channels are unknown to revision 001: the records that have values there lose them, which is said aloud.

DO $$
DECLARE
    last text;
    losing bigint;
BEGIN
    IF derrick_legacy.is_at_001('sensor_data') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_head('sensor_data') THEN
        SELECT count(*) INTO losing
        FROM sensor_data
        WHERE num_nonnulls(bit_depth, block_position, mud_flow_out, mud_density, pit_volume, total_gas) > 0;
        IF losing > 0 THEN
            RAISE WARNING 'rows of sensor_data that lose values of channels unknown to revision 001: %', losing;
        END IF;

        CREATE TABLE derrick_legacy.sensor_data (
            id              serial PRIMARY KEY,
            rig_id          varchar(50) NOT NULL,
            timestamp       timestamp NOT NULL,
            depth           double precision NOT NULL,
            wob             double precision NOT NULL,
            rpm             double precision NOT NULL,
            torque          double precision NOT NULL,
            rop             double precision NOT NULL,
            mud_flow        double precision NOT NULL,
            mud_pressure    double precision NOT NULL,
            mud_temperature double precision,
            gamma_ray       double precision,
            resistivity     double precision,
            density         double precision,
            porosity        double precision,
            hook_load       double precision,
            vibration       double precision,
            status          varchar(20) DEFAULT 'normal'
        );
        CREATE INDEX ix_sensor_data_rig_id ON derrick_legacy.sensor_data (rig_id);
        CREATE INDEX ix_sensor_data_timestamp ON derrick_legacy.sensor_data (timestamp);

        CREATE VIEW derrick_legacy.sensor_data_as_001 AS
        SELECT
            rig_id,
            derrick_legacy.local_time(old.timestamp) AS timestamp,
            depth,
            wob,
            rpm,
            torque,
            rop,
            mud_flow,
            mud_pressure,
            mud_temperature,
            gamma_ray,
            resistivity,
            density,
            porosity,
            hook_load,
            vibration,
            status,
            old.timestamp AS moved_by,
            old AS original
        FROM sensor_data AS old;

        PERFORM derrick_legacy.grant_alike('sensor_data', 'derrick_legacy.sensor_data');
    END IF;

    LOOP
        last := derrick_legacy.move_batch_back('sensor_data', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move_back('sensor_data');
END $$;
