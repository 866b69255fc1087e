-- Takes the fifteen tables away with all they hold. One that something else depends on stops it, and nothing is lost.

SET LOCAL lock_timeout = '5s';

DROP TABLE system_logs;
DROP TABLE drilling_sessions;
DROP TABLE well_profiles;
DROP TABLE change_requests;
DROP TABLE model_versions;
DROP TABLE anomaly_detections;
DROP TABLE rul_predictions;
DROP TABLE maintenance_schedules;
DROP TABLE maintenance_alerts;
DROP TABLE dvr_process_history;
DROP TABLE login_attempts;
DROP TABLE blacklisted_tokens;
DROP TABLE password_reset_tokens;
DROP TABLE users;
DROP TABLE sensor_data;
