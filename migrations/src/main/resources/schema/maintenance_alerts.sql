-- Components that are about to fail, and what became of the warning.

CREATE TABLE maintenance_alerts (
    id                     serial PRIMARY KEY,
    rig_id                 varchar(50) NOT NULL,
    component              varchar(100) NOT NULL,
    alert_type             varchar(50) NOT NULL,
    severity               varchar(20) NOT NULL,                                      -- info, warning, critical
    message                text NOT NULL,
    predicted_failure_time timestamp,
    created_at             timestamp,
    acknowledged           boolean DEFAULT false,
    acknowledged_by        varchar(100),
    acknowledged_at        timestamp,
    acknowledgement_notes  text,
    resolved               boolean DEFAULT false,
    resolved_at            timestamp,
    resolved_by            varchar(100),
    resolution_notes       text,
    dvr_history_id         integer REFERENCES dvr_process_history ON DELETE SET NULL  -- the record that gave rise to it
);

CREATE INDEX ix_maintenance_alerts_rig_id ON maintenance_alerts (rig_id);
CREATE INDEX ix_maintenance_alerts_severity ON maintenance_alerts (severity);
CREATE INDEX ix_maintenance_alerts_created_at ON maintenance_alerts (created_at);
