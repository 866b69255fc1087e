-- Sensor records: one for each rig and time, with a value or NULL in each channel. Partitioned by time, so that old
-- days can be dropped in milliseconds; maintenance creates a partition for each day.

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
    -- Two bits for each of 20 channels; no pair has the value 3.
    CONSTRAINT sensor_data_quality_check CHECK (
        quality >= 0 AND quality < 1099511627776 AND (quality & (quality >> 1) & 366503875925) = 0),
    CONSTRAINT sensor_data_any_channel_check CHECK (num_nonnulls(
        depth, bit_depth, block_position, wob, hook_load, rpm, torque, rop, mud_flow, mud_flow_out, mud_pressure,
        mud_temperature, mud_density, pit_volume, total_gas, gamma_ray, resistivity, density, porosity, vibration) > 0)
) PARTITION BY RANGE (timestamp);

-- Stores records for which there is no other partition, so that no record is rejected because of its time.
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
COMMENT ON COLUMN sensor_data.quality IS 'Two bits a channel, depth in the lowest: 0 good, 1 uncertain, 2 bad';
