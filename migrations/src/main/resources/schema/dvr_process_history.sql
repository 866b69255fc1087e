-- What validation and reconciliation did to each record that came in.

CREATE TABLE dvr_process_history (
    id                serial PRIMARY KEY,
    rig_id            varchar(50),
    raw_record        jsonb NOT NULL,                            -- as it came in
    reconciled_record jsonb,                                     -- as it went on
    is_valid          boolean NOT NULL DEFAULT true,
    reason            text,                                      -- why it is not valid
    anomaly_flag      boolean NOT NULL DEFAULT false,
    anomaly_details   jsonb,                                     -- by channel
    status            varchar(20) NOT NULL DEFAULT 'processed',  -- processed, invalid, error, acknowledged
    notes             text,
    source            varchar(50),
    created_at        timestamp,
    updated_at        timestamp
);

CREATE INDEX ix_dvr_process_history_rig_id ON dvr_process_history (rig_id);
CREATE INDEX ix_dvr_process_history_status ON dvr_process_history (status);
CREATE INDEX ix_dvr_process_history_created_at ON dvr_process_history (created_at);
