-- How long the models expect a component to last: its remaining useful life.

CREATE TABLE rul_predictions (
    id                  serial PRIMARY KEY,
    rig_id              varchar(50) NOT NULL,
    component           varchar(100) NOT NULL,
    predicted_rul       double precision NOT NULL,  -- h
    confidence          double precision NOT NULL,  -- 0 to 1
    timestamp           timestamp,                  -- of the prediction
    model_used          varchar(50) NOT NULL,
    recommendation      text,
    actual_failure_time timestamp                   -- once it is known
);

CREATE INDEX ix_rul_predictions_rig_id ON rul_predictions (rig_id);
CREATE INDEX ix_rul_predictions_timestamp ON rul_predictions (timestamp);
