-- What the predecessor's database carries besides: an index on every id, a second unique index beside each unique
-- constraint, a sixteenth table, and the table in which Alembic keeps its revision.

CREATE INDEX ix_users_id ON users (id);
CREATE INDEX ix_dvr_process_history_id ON dvr_process_history (id);
CREATE INDEX ix_sensor_data_id ON sensor_data (id);
CREATE INDEX ix_maintenance_alerts_id ON maintenance_alerts (id);
CREATE INDEX ix_maintenance_schedules_id ON maintenance_schedules (id);
CREATE INDEX ix_password_reset_tokens_id ON password_reset_tokens (id);
CREATE INDEX ix_blacklisted_tokens_id ON blacklisted_tokens (id);
CREATE INDEX ix_login_attempts_id ON login_attempts (id);
CREATE INDEX ix_change_requests_id ON change_requests (id);
CREATE INDEX ix_rul_predictions_id ON rul_predictions (id);
CREATE INDEX ix_anomaly_detections_id ON anomaly_detections (id);
CREATE INDEX ix_model_versions_id ON model_versions (id);
CREATE INDEX ix_well_profiles_id ON well_profiles (id);
CREATE INDEX ix_drilling_sessions_id ON drilling_sessions (id);
CREATE INDEX ix_system_logs_id ON system_logs (id);

CREATE UNIQUE INDEX ix_users_username ON users (username);
CREATE UNIQUE INDEX ix_users_email ON users (email);
CREATE UNIQUE INDEX ix_password_reset_tokens_token ON password_reset_tokens (token);
CREATE UNIQUE INDEX ix_blacklisted_tokens_token ON blacklisted_tokens (token);
CREATE UNIQUE INDEX ix_well_profiles_well_id ON well_profiles (well_id);

CREATE TABLE drilling_parameters_config (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, target_wob double precision NOT NULL,
    target_rpm double precision NOT NULL, target_mud_flow double precision NOT NULL,
    target_rop double precision NOT NULL, safety_limits jsonb NOT NULL, created_at timestamp, updated_at timestamp,
    PRIMARY KEY (id), UNIQUE (rig_id)
);
CREATE INDEX ix_drilling_parameters_config_id ON drilling_parameters_config (id);
CREATE UNIQUE INDEX ix_drilling_parameters_config_rig_id ON drilling_parameters_config (rig_id);

CREATE TABLE alembic_version (
    version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES ('001_initial');
