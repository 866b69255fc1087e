-- sensor_data becomes the journal that it is: one record a rig and instant, a value or a gap in each channel, cut by
-- day so that old days leave in milliseconds. The surrogate id goes: nothing ever asked by it. NaN and infinities are
-- what the predecessor wrote where a sensor was silent: they become gaps.
--
-- The table of revision 001 is set aside, and its rows are moved into the new form some thousand at a time, each batch
-- a transaction. Broken off, this goes on where it was. What the new form forbids goes to quarantined_rows.
--
-- verify:differs quarantined_rows because a row that comes back into quarantine has a new number and time

DO $$
DECLARE
    last text;
BEGIN
    IF derrick_legacy.is_at_head('sensor_data') THEN
        RETURN;
    END IF;

    SET LOCAL lock_timeout = '5s';
    IF derrick_legacy.is_at_001('sensor_data') THEN
        ALTER TABLE sensor_data SET SCHEMA derrick_legacy;

        CREATE TABLE sensor_data (
            rig_id          varchar(50) NOT NULL,
            timestamp       timestamptz NOT NULL,
            depth           double precision,
            bit_depth       double precision,
            block_position  double precision,
            wob             double precision,
            hook_load       double precision,
            rpm             double precision,
            torque          double precision,
            rop             double precision,
            mud_flow        double precision,
            mud_flow_out    double precision,
            mud_pressure    double precision,
            mud_temperature double precision,
            mud_density     double precision,
            pit_volume      double precision,
            total_gas       double precision,
            gamma_ray       double precision,
            resistivity     double precision,
            density         double precision,
            porosity        double precision,
            vibration       double precision,
            status          varchar(20) NOT NULL DEFAULT 'normal',
            time_source     varchar(10) NOT NULL DEFAULT 'measured',
            quality         bigint NOT NULL DEFAULT 0,
            CONSTRAINT sensor_data_pkey PRIMARY KEY (rig_id, timestamp),
            CONSTRAINT sensor_data_time_source_check CHECK (time_source IN ('measured', 'derived')),
            -- Two bits a channel, 20 channels, and no pair of bits says 3.
            CONSTRAINT sensor_data_quality_check CHECK (
                quality >= 0 AND quality < 1099511627776 AND (quality & (quality >> 1) & 366503875925) = 0),
            CONSTRAINT sensor_data_any_channel_check CHECK (num_nonnulls(
                depth, bit_depth, block_position, wob, hook_load, rpm, torque, rop, mud_flow, mud_flow_out,
                    mud_pressure,
                mud_temperature, mud_density, pit_volume, total_gas, gamma_ray, resistivity, density, porosity,
                    vibration) > 0)
        ) PARTITION BY RANGE (timestamp);

        -- Takes whatever no other partition takes: a record is never refused for its time.
        CREATE TABLE sensor_data_default PARTITION OF sensor_data DEFAULT;

        COMMENT ON TABLE sensor_data IS
            'What the sensors of a rig reported at one instant; a channel without a value is NULL';
        COMMENT ON COLUMN sensor_data.rig_id IS 'The rig''s name';
        COMMENT ON COLUMN sensor_data.timestamp IS 'The instant, to the microsecond';
        COMMENT ON COLUMN sensor_data.depth IS 'Hole depth, measured (m)';
        COMMENT ON COLUMN sensor_data.bit_depth IS 'Bit depth, measured (m)';
        COMMENT ON COLUMN sensor_data.block_position IS 'Height of the travelling block (m)';
        COMMENT ON COLUMN sensor_data.wob IS 'Weight on bit (t)';
        COMMENT ON COLUMN sensor_data.hook_load IS 'Hook load (t)';
        COMMENT ON COLUMN sensor_data.rpm IS 'Rotary speed (1/min)';
        COMMENT ON COLUMN sensor_data.torque IS 'Surface torque (N.m)';
        COMMENT ON COLUMN sensor_data.rop IS 'Rate of penetration (m/h)';
        COMMENT ON COLUMN sensor_data.mud_flow IS 'Mud flow in (L/min)';
        COMMENT ON COLUMN sensor_data.mud_flow_out IS 'Mud flow out (L/min)';
        COMMENT ON COLUMN sensor_data.mud_pressure IS 'Standpipe pressure (bar)';
        COMMENT ON COLUMN sensor_data.mud_temperature IS 'Mud temperature (degC)';
        COMMENT ON COLUMN sensor_data.mud_density IS 'Mud density in (g/cm3)';
        COMMENT ON COLUMN sensor_data.pit_volume IS 'Active pit volume (m3)';
        COMMENT ON COLUMN sensor_data.total_gas IS 'Total gas (%)';
        COMMENT ON COLUMN sensor_data.gamma_ray IS 'Natural gamma ray (gAPI)';
        COMMENT ON COLUMN sensor_data.resistivity IS 'Formation resistivity (ohm.m)';
        COMMENT ON COLUMN sensor_data.density IS 'Formation bulk density (g/cm3)';
        COMMENT ON COLUMN sensor_data.porosity IS 'Formation porosity (v/v)';
        COMMENT ON COLUMN sensor_data.vibration IS 'Lateral vibration, rms (g)';
        COMMENT ON COLUMN sensor_data.status IS 'The word the rig sent beside its readings';
        COMMENT ON COLUMN sensor_data.time_source
            IS 'Whose time it is: measured by the rig, or derived from depth and ROP';
        COMMENT ON COLUMN sensor_data.quality IS 'Two bits a channel, depth in the lowest: 0 good, 1 uncertain, 2 bad';

        CREATE VIEW derrick_legacy.sensor_data_as_head AS
        SELECT
            id,
            derrick_legacy.rig(rig_id) AS rig_id,
            derrick_legacy.shown_at(old.timestamp) AS timestamp,
            CASE WHEN abs(depth) < 'Infinity' THEN depth END AS depth,
            NULL::double precision AS bit_depth,
            NULL::double precision AS block_position,
            CASE WHEN abs(wob) < 'Infinity' THEN wob END AS wob,
            CASE WHEN abs(hook_load) < 'Infinity' THEN hook_load END AS hook_load,
            CASE WHEN abs(rpm) < 'Infinity' THEN rpm END AS rpm,
            CASE WHEN abs(torque) < 'Infinity' THEN torque END AS torque,
            CASE WHEN abs(rop) < 'Infinity' THEN rop END AS rop,
            CASE WHEN abs(mud_flow) < 'Infinity' THEN mud_flow END AS mud_flow,
            NULL::double precision AS mud_flow_out,
            CASE WHEN abs(mud_pressure) < 'Infinity' THEN mud_pressure END AS mud_pressure,
            CASE WHEN abs(mud_temperature) < 'Infinity' THEN mud_temperature END AS mud_temperature,
            NULL::double precision AS mud_density,
            NULL::double precision AS pit_volume,
            NULL::double precision AS total_gas,
            CASE WHEN abs(gamma_ray) < 'Infinity' THEN gamma_ray END AS gamma_ray,
            CASE WHEN abs(resistivity) < 'Infinity' THEN resistivity END AS resistivity,
            CASE WHEN abs(density) < 'Infinity' THEN density END AS density,
            CASE WHEN abs(porosity) < 'Infinity' THEN porosity END AS porosity,
            CASE WHEN abs(vibration) < 'Infinity' THEN vibration END AS vibration,
            coalesce(status, 'normal') AS status,
            'measured' AS time_source,
            0::bigint AS quality,
            old AS original
        FROM derrick_legacy.sensor_data AS old;

        PERFORM derrick_legacy.grant_alike('derrick_legacy.sensor_data', 'sensor_data');
    END IF;

    LOOP
        last := derrick_legacy.move_batch('sensor_data', last);
        EXIT WHEN last IS NULL;
        COMMIT;
    END LOOP;
    PERFORM derrick_legacy.end_move('sensor_data');
END $$;
