-- The fifteen tables as the predecessor's first revision made them, in the way its tools write.

CREATE TABLE users (
    id SERIAL NOT NULL, username varchar(50) NOT NULL, email varchar(100) NOT NULL,
    hashed_password varchar(255) NOT NULL, full_name varchar(100), role varchar(20) DEFAULT 'viewer' NOT NULL,
    is_active boolean DEFAULT true, created_at timestamp, last_login timestamp,
    failed_login_attempts integer DEFAULT 0, locked_until timestamp, password_changed_at timestamp,
    PRIMARY KEY (id), UNIQUE (username), UNIQUE (email)
);

CREATE TABLE dvr_process_history (
    id SERIAL NOT NULL, rig_id varchar(50), raw_record jsonb NOT NULL, reconciled_record jsonb,
    is_valid boolean DEFAULT true NOT NULL, reason text, anomaly_flag boolean DEFAULT false NOT NULL,
    anomaly_details jsonb, status varchar(20) DEFAULT 'processed' NOT NULL, notes text, source varchar(50),
    created_at timestamp, updated_at timestamp, PRIMARY KEY (id)
);
CREATE INDEX ix_dvr_process_history_rig_id ON dvr_process_history (rig_id);
CREATE INDEX ix_dvr_process_history_status ON dvr_process_history (status);
CREATE INDEX ix_dvr_process_history_created_at ON dvr_process_history (created_at);

CREATE TABLE sensor_data (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, timestamp timestamp NOT NULL, depth double precision NOT NULL,
    wob double precision NOT NULL, rpm double precision NOT NULL, torque double precision NOT NULL,
    rop double precision NOT NULL, mud_flow double precision NOT NULL, mud_pressure double precision NOT NULL,
    mud_temperature double precision, gamma_ray double precision, resistivity double precision,
    density double precision, porosity double precision, hook_load double precision, vibration double precision,
    status varchar(20) DEFAULT 'normal', PRIMARY KEY (id)
);
CREATE INDEX ix_sensor_data_rig_id ON sensor_data (rig_id);
CREATE INDEX ix_sensor_data_timestamp ON sensor_data (timestamp);

CREATE TABLE maintenance_alerts (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, component varchar(100) NOT NULL,
    alert_type varchar(50) NOT NULL, severity varchar(20) NOT NULL, message text NOT NULL,
    predicted_failure_time timestamp, created_at timestamp, acknowledged boolean DEFAULT false,
    acknowledged_by varchar(100), acknowledged_at timestamp, acknowledgement_notes text,
    resolved boolean DEFAULT false, resolved_at timestamp, resolved_by varchar(100), resolution_notes text,
    dvr_history_id integer, PRIMARY KEY (id),
    FOREIGN KEY(dvr_history_id) REFERENCES dvr_process_history (id) ON DELETE SET NULL
);
CREATE INDEX ix_maintenance_alerts_rig_id ON maintenance_alerts (rig_id);
CREATE INDEX ix_maintenance_alerts_severity ON maintenance_alerts (severity);
CREATE INDEX ix_maintenance_alerts_created_at ON maintenance_alerts (created_at);

CREATE TABLE maintenance_schedules (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, component varchar(100) NOT NULL,
    maintenance_type varchar(50) NOT NULL, scheduled_date timestamp NOT NULL,
    estimated_duration_hours double precision NOT NULL, priority varchar(20) NOT NULL,
    status varchar(20) DEFAULT 'scheduled', assigned_to varchar(100), notes text, created_at timestamp,
    updated_at timestamp, PRIMARY KEY (id)
);
CREATE INDEX ix_maintenance_schedules_rig_id ON maintenance_schedules (rig_id);
CREATE INDEX ix_maintenance_schedules_scheduled_date ON maintenance_schedules (scheduled_date);
CREATE INDEX ix_maintenance_schedules_status ON maintenance_schedules (status);

CREATE TABLE password_reset_tokens (
    id SERIAL NOT NULL, user_id integer NOT NULL, token varchar(255) NOT NULL, expires_at timestamp NOT NULL,
    used boolean DEFAULT false, created_at timestamp, PRIMARY KEY (id), UNIQUE (token),
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_password_reset_tokens_user_id ON password_reset_tokens (user_id);
CREATE INDEX ix_password_reset_tokens_expires_at ON password_reset_tokens (expires_at);

CREATE TABLE blacklisted_tokens (
    id SERIAL NOT NULL, token varchar(500) NOT NULL, user_id integer, expires_at timestamp NOT NULL,
    created_at timestamp, reason varchar(100), PRIMARY KEY (id), UNIQUE (token),
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX ix_blacklisted_tokens_expires_at ON blacklisted_tokens (expires_at);
CREATE INDEX ix_blacklisted_tokens_user_id ON blacklisted_tokens (user_id);

CREATE TABLE login_attempts (
    id SERIAL NOT NULL, username varchar(50) NOT NULL, ip_address varchar(45), success boolean DEFAULT false,
    attempted_at timestamp, user_agent varchar(255), PRIMARY KEY (id)
);
CREATE INDEX ix_login_attempts_username ON login_attempts (username);
CREATE INDEX ix_login_attempts_attempted_at ON login_attempts (attempted_at);
CREATE INDEX ix_login_attempts_ip_address ON login_attempts (ip_address);

CREATE TABLE change_requests (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, change_type varchar(20) NOT NULL,
    component varchar(100) NOT NULL, parameter varchar(100) NOT NULL, old_value text, new_value text NOT NULL,
    status varchar(20) DEFAULT 'pending', auto_execute boolean DEFAULT false, requested_by integer,
    approved_by integer, applied_by integer, requested_at timestamp, approved_at timestamp, applied_at timestamp,
    rejection_reason text, error_message text, metadata jsonb, PRIMARY KEY (id),
    FOREIGN KEY(requested_by) REFERENCES users (id) ON DELETE SET NULL,
    FOREIGN KEY(approved_by) REFERENCES users (id) ON DELETE SET NULL,
    FOREIGN KEY(applied_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX ix_change_requests_rig_id ON change_requests (rig_id);
CREATE INDEX ix_change_requests_change_type ON change_requests (change_type);
CREATE INDEX ix_change_requests_status ON change_requests (status);
CREATE INDEX ix_change_requests_requested_at ON change_requests (requested_at);
CREATE INDEX ix_change_requests_requested_by ON change_requests (requested_by);

CREATE TABLE rul_predictions (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, component varchar(100) NOT NULL,
    predicted_rul double precision NOT NULL, confidence double precision NOT NULL, timestamp timestamp,
    model_used varchar(50) NOT NULL, recommendation text, actual_failure_time timestamp, PRIMARY KEY (id)
);
CREATE INDEX ix_rul_predictions_rig_id ON rul_predictions (rig_id);
CREATE INDEX ix_rul_predictions_timestamp ON rul_predictions (timestamp);

CREATE TABLE anomaly_detections (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, timestamp timestamp, is_anomaly boolean NOT NULL,
    anomaly_score double precision NOT NULL, affected_parameters jsonb NOT NULL, severity varchar(20) NOT NULL,
    description text, investigated boolean DEFAULT false, investigation_notes text, PRIMARY KEY (id)
);
CREATE INDEX ix_anomaly_detections_rig_id ON anomaly_detections (rig_id);
CREATE INDEX ix_anomaly_detections_timestamp ON anomaly_detections (timestamp);

CREATE TABLE model_versions (
    id SERIAL NOT NULL, model_name varchar(100) NOT NULL, version varchar(50) NOT NULL,
    model_type varchar(50) NOT NULL, file_path varchar(255) NOT NULL, metrics jsonb, training_date timestamp,
    is_active boolean DEFAULT false, description text, created_by varchar(100), PRIMARY KEY (id)
);
CREATE INDEX ix_model_versions_model_name ON model_versions (model_name);

CREATE TABLE well_profiles (
    id SERIAL NOT NULL, well_id varchar(50) NOT NULL, rig_id varchar(50) NOT NULL,
    total_depth double precision NOT NULL, kick_off_point double precision NOT NULL,
    build_rate double precision NOT NULL, max_inclination double precision NOT NULL,
    target_zone_start double precision NOT NULL, target_zone_end double precision NOT NULL, geological_data jsonb,
    created_at timestamp, updated_at timestamp, PRIMARY KEY (id), UNIQUE (well_id)
);
CREATE INDEX ix_well_profiles_rig_id ON well_profiles (rig_id);

CREATE TABLE drilling_sessions (
    id SERIAL NOT NULL, rig_id varchar(50) NOT NULL, well_id varchar(50) NOT NULL, start_time timestamp NOT NULL,
    end_time timestamp, start_depth double precision NOT NULL, end_depth double precision,
    average_rop double precision, total_drilling_time_hours double precision, status varchar(20) DEFAULT 'active',
    notes text, PRIMARY KEY (id)
);
CREATE INDEX ix_drilling_sessions_rig_id ON drilling_sessions (rig_id);
CREATE INDEX ix_drilling_sessions_well_id ON drilling_sessions (well_id);

CREATE TABLE system_logs (
    id SERIAL NOT NULL, timestamp timestamp, level varchar(20) NOT NULL, service varchar(50) NOT NULL,
    message text NOT NULL, details jsonb, user_id integer, PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX ix_system_logs_timestamp ON system_logs (timestamp);
CREATE INDEX ix_system_logs_level ON system_logs (level);
CREATE INDEX ix_system_logs_service ON system_logs (service);
CREATE INDEX ix_system_logs_user_id ON system_logs (user_id);
