-- How each well is planned.

CREATE TABLE well_profiles (
    id                serial PRIMARY KEY,
    well_id           varchar(50) NOT NULL UNIQUE,
    rig_id            varchar(50) NOT NULL,
    total_depth       double precision NOT NULL,  -- m, measured
    kick_off_point    double precision NOT NULL,  -- m, measured
    build_rate        double precision NOT NULL,  -- deg/m
    max_inclination   double precision NOT NULL,  -- deg from vertical
    target_zone_start double precision NOT NULL,  -- m, measured
    target_zone_end   double precision NOT NULL,  -- m, measured
    geological_data   jsonb,
    created_at        timestamp,
    updated_at        timestamp
);

CREATE INDEX ix_well_profiles_rig_id ON well_profiles (rig_id);
