-- What models made of the readings: out of the ordinary or not.

CREATE TABLE anomaly_detections (
    id                  serial PRIMARY KEY,
    rig_id              varchar(50) NOT NULL,
    timestamp           timestamp,
    is_anomaly          boolean NOT NULL,
    anomaly_score       double precision NOT NULL,  -- 0 to 1
    affected_parameters jsonb NOT NULL,             -- the channels, by name
    severity            varchar(20) NOT NULL,       -- low, medium, high, critical
    description         text,
    investigated        boolean DEFAULT false,
    investigation_notes text
);

CREATE INDEX ix_anomaly_detections_rig_id ON anomaly_detections (rig_id);
CREATE INDEX ix_anomaly_detections_timestamp ON anomaly_detections (timestamp);
