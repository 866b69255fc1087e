-- Makes sensor_data the journal that it is: one record a rig and instant, a value or a gap in each channel, cut by time
-- so that old months leave in milliseconds. The surrogate id and the two single indexes go: nothing ever asked by them.
--
-- Every row is kept, or the revision fails and changes nothing:
--   * Times without a zone are read in the zone of the setting derrick.legacy_time_zone.
--   * NaN and infinities are what the predecessor wrote where a sensor was silent. No rig reads them: they become gaps.
--   * A missing status becomes 'normal', which is what its default always meant.
--   * Rows that say the same about the same rig and instant become one. Rows that contradict each other stop it.

SET LOCAL lock_timeout = '5s';

-- lint:allow rename-table because nobody outside this transaction ever sees the other name
ALTER TABLE sensor_data RENAME TO sensor_data_001;
ALTER TABLE sensor_data_001 RENAME CONSTRAINT sensor_data_pkey TO sensor_data_001_pkey;

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
    CONSTRAINT sensor_data_pkey PRIMARY KEY (rig_id, timestamp),
    CONSTRAINT sensor_data_time_source_check CHECK (time_source IN ('measured', 'derived')),
    CONSTRAINT sensor_data_any_channel_check CHECK (num_nonnulls(
        depth, bit_depth, block_position, wob, hook_load, rpm, torque, rop, mud_flow, mud_flow_out, mud_pressure,
        mud_temperature, mud_density, pit_volume, total_gas, gamma_ray, resistivity, density, porosity, vibration) > 0)
) PARTITION BY RANGE (timestamp);

-- Takes whatever no other partition takes: a record is never refused for its time.
CREATE TABLE sensor_data_default PARTITION OF sensor_data DEFAULT;

COMMENT ON TABLE sensor_data IS 'What the sensors of a rig reported at one instant; a channel without a value is NULL';
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
COMMENT ON COLUMN sensor_data.time_source IS 'Whose time it is: measured by the rig, or derived from depth and ROP';

-- What the old rows say, in the new form.
CREATE VIEW sensor_data_001_as_002 AS
SELECT
    rig_id,
    timestamp AT TIME ZONE current_setting('derrick.legacy_time_zone', true) AS timestamp,
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
    'measured' AS time_source
FROM sensor_data_001;

DO $$
DECLARE
    zone text := current_setting('derrick.legacy_time_zone', true);
    found bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM sensor_data_001) THEN
        RETURN;
    END IF;

    IF coalesce(zone, '') = '' THEN
        RAISE EXCEPTION 'the times in sensor_data carry no zone, and this database does not say which one they are in'
            USING HINT = format('Name the zone of the server that wrote them, then upgrade again: '
                'ALTER DATABASE %I SET derrick.legacy_time_zone = ''Europe/Oslo'';', current_database());
    END IF;
    IF NOT EXISTS (SELECT FROM pg_timezone_names WHERE lower(name) = lower(zone)) THEN
        RAISE EXCEPTION 'derrick.legacy_time_zone is "%", which is no time zone', zone
            USING HINT = 'Take a name from SELECT name FROM pg_timezone_names; such as Europe/Oslo or UTC.';
    END IF;

    SELECT count(*) INTO found FROM sensor_data_001 WHERE (timestamp AT TIME ZONE zone) AT TIME ZONE zone <> timestamp;
    IF found > 0 THEN
        RAISE EXCEPTION 'rows of sensor_data with a time that the clocks of % skipped: %', zone, found
            USING HINT = 'No clock there ever showed it, so derrick.legacy_time_zone names the wrong zone.';
    END IF;

    SELECT count(*) INTO found
    FROM sensor_data_001_as_002
    WHERE num_nonnulls(
        depth, wob, hook_load, rpm, torque, rop, mud_flow, mud_pressure, mud_temperature, gamma_ray, resistivity,
        density, porosity, vibration) = 0;
    IF found > 0 THEN
        RAISE EXCEPTION 'rows of sensor_data without any reading, every channel NaN, infinite or NULL: %', found
            USING HINT = 'Delete them or give them a value, then upgrade again.';
    END IF;
END $$;

-- lint:allow backfill-in-ddl because every row is kept or nothing changes, and that takes one transaction
INSERT INTO sensor_data SELECT * FROM sensor_data_001_as_002 ON CONFLICT DO NOTHING;

DO $$
DECLARE
    lost record;
BEGIN
    IF (SELECT count(*) FROM sensor_data) = (SELECT count(*) FROM sensor_data_001) THEN
        RETURN;
    END IF;

    SELECT count(*) OVER () AS rows, rig_id, timestamp AT TIME ZONE current_setting('derrick.legacy_time_zone') AS time
    INTO lost
    FROM (SELECT * FROM sensor_data_001_as_002 EXCEPT SELECT * FROM sensor_data) AS other
    ORDER BY rig_id, timestamp
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION
            'rows of sensor_data that contradict another of the same rig and time: %, the first of rig % at %',
            lost.rows, lost.rig_id, lost.time
            USING HINT = 'See them with SELECT rig_id, timestamp, count(*) FROM sensor_data GROUP BY 1, 2 '
                'HAVING count(*) > 1; keep the right one of each, then upgrade again.';
    END IF;
END $$;

-- Whoever was granted something on the old table is granted it on the new one.
DO $$
DECLARE
    old record;
BEGIN
    FOR old IN
        SELECT
            privilege_type AS privilege,
            CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS role,
            CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS option
        FROM pg_class CROSS JOIN aclexplode(relacl)
        WHERE pg_class.oid = 'sensor_data_001'::regclass AND grantee <> relowner
    LOOP
        EXECUTE format('GRANT %s ON sensor_data TO %s%s', old.privilege, old.role, old.option);
    END LOOP;
END $$;

DROP VIEW sensor_data_001_as_002;
-- lint:allow drop-table because all that it said is in the new table, or the revision has stopped above
-- lint:allow several-changes because a table does not become a partitioned one; a new one takes its place
DROP TABLE sensor_data_001;
