-- The stretches of time in which a well is drilled.

CREATE TABLE drilling_sessions (
    id                        serial PRIMARY KEY,
    rig_id                    varchar(50) NOT NULL,
    well_id                   varchar(50) NOT NULL,
    start_time                timestamp NOT NULL,
    end_time                  timestamp,
    start_depth               double precision NOT NULL,     -- m, measured
    end_depth                 double precision,              -- m, measured
    average_rop               double precision,              -- m/h
    total_drilling_time_hours double precision,              -- h
    status                    varchar(20) DEFAULT 'active',  -- active, paused, completed, cancelled
    notes                     text
);

CREATE INDEX ix_drilling_sessions_rig_id ON drilling_sessions (rig_id);
CREATE INDEX ix_drilling_sessions_well_id ON drilling_sessions (well_id);
