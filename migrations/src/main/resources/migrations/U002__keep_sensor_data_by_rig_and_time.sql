-- Gives sensor_data the form of revision 001 again. Times lose their zone: they are written in that of the setting
-- derrick.legacy_time_zone, or in UTC where nobody named one. What the old form cannot hold is counted aloud and
-- dropped.

-- verify:differs sensor_data.id because nothing keeps the number that a row once had
-- verify:differs sensor_data.status because NULL became 'normal', which is what its default always meant

SET LOCAL lock_timeout = '5s';

ALTER TABLE sensor_data RENAME TO sensor_data_002;
ALTER TABLE sensor_data_002 RENAME CONSTRAINT sensor_data_pkey TO sensor_data_002_pkey;

-- lint:allow int-key because revision 001 has it so
-- lint:allow timestamp-without-zone because revision 001 has it so
CREATE TABLE sensor_data (
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

DO $$
DECLARE
    zone text := coalesce(nullif(current_setting('derrick.legacy_time_zone', true), ''), 'UTC');
    found bigint;
BEGIN
    SELECT count(*) INTO found
    FROM sensor_data_002
    WHERE num_nulls(depth, wob, rpm, torque, rop, mud_flow, mud_pressure) > 0;
    IF found > 0 THEN
        RAISE WARNING 'rows of sensor_data dropped, since they have a gap where revision 001 takes none: %', found;
    END IF;

    SELECT count(*) INTO found
    FROM sensor_data_002
    WHERE num_nulls(depth, wob, rpm, torque, rop, mud_flow, mud_pressure) = 0
        AND num_nonnulls(bit_depth, block_position, mud_flow_out, mud_density, pit_volume, total_gas) > 0;
    IF found > 0 THEN
        RAISE WARNING 'rows of sensor_data that lose values of channels unknown to revision 001: %', found;
    END IF;

    SELECT count(*) INTO found
    FROM sensor_data_002
    WHERE num_nulls(depth, wob, rpm, torque, rop, mud_flow, mud_pressure) = 0
        AND (timestamp AT TIME ZONE zone) AT TIME ZONE zone <> timestamp;
    IF found > 0 THEN
        RAISE WARNING 'rows of sensor_data in an hour that the clocks of % show twice, no longer told apart: %',
            zone, found;
    END IF;

    INSERT INTO sensor_data (
        rig_id, timestamp, depth, wob, rpm, torque, rop, mud_flow, mud_pressure, mud_temperature, gamma_ray,
        resistivity, density, porosity, hook_load, vibration, status)
    SELECT
        rig_id, timestamp AT TIME ZONE zone, depth, wob, rpm, torque, rop, mud_flow, mud_pressure, mud_temperature,
        gamma_ray, resistivity, density, porosity, hook_load, vibration, status
    FROM sensor_data_002
    WHERE num_nulls(depth, wob, rpm, torque, rop, mud_flow, mud_pressure) = 0
    ORDER BY sensor_data_002.timestamp, rig_id;
END $$;

CREATE INDEX ix_sensor_data_rig_id ON sensor_data (rig_id);
CREATE INDEX ix_sensor_data_timestamp ON sensor_data (timestamp);

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
        WHERE pg_class.oid = 'sensor_data_002'::regclass AND grantee <> relowner
    LOOP
        EXECUTE format('GRANT %s ON sensor_data TO %s%s', old.privilege, old.role, old.option);
        IF old.privilege = 'INSERT' THEN
            EXECUTE format('GRANT USAGE ON SEQUENCE sensor_data_id_seq TO %s%s', old.role, old.option);
        END IF;
    END LOOP;
END $$;

DROP TABLE sensor_data_002;
