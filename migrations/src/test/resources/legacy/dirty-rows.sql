-- Rows such as years of use leave behind where nothing forbids them. Times are local, of Asia/Tehran: its clocks
-- skipped 2021-03-22 00:00 to 01:00, and went twice through 2021-09-21 23:00 to 24:00.

INSERT INTO users (username, email, hashed_password, role, is_active, created_at, failed_login_attempts) VALUES
    ('darya', 'darya@rigs.example', '$2b$12$uvKXh3qVqTq6Q1B7S4bV0e', 'admin', true, '2021-01-01 08:00', 0),
    -- The same person twice, but for the case of letters.
    ('Darya', 'DARYA@rigs.example', '$2b$12$uvKXh3qVqTq6Q1B7S4bV0f', 'viewer', true, '2021-06-01 08:00', 0),
    ('omid', 'omid@rigs.example', '$2b$12$uvKXh3qVqTq6Q1B7S4bV0g', 'engineer', NULL, NULL, NULL),
    ('sara', 'sara@rigs.example', '$2b$12$uvKXh3qVqTq6Q1B7S4bV0h', 'superuser', true, '2021-02-01 08:00', -1),
    ('kian', 'kian@rigs.example', '$2b$12$uvKXh3qVqTq6Q1B7S4bV0i', 'Operator', false, '2021-03-22 00:30', 7);

-- Ids 1 to 5 are users from here on. Tokens are in clear.
INSERT INTO password_reset_tokens (user_id, token, expires_at, used, created_at) VALUES
    (1, 'Zk3v9Qm1xT7pLr5nWc8yB2sD4fGh6jKa', '2021-01-02 08:00', true, '2021-01-02 07:00'),
    (3, 'pV8sN2xC5bM9qW3eR7tY1uI4oP6aSdFg', '2099-01-01 00:00', NULL, NULL),
    (5, 'hJ4kL7zX1cV5bN8mQ2wE6rT9yU3iO0pA', '2021-09-21 23:30', false, '2021-09-21 22:30');

INSERT INTO blacklisted_tokens (token, user_id, expires_at, created_at, reason) VALUES
    ('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkYXJ5YSIsImV4cCI6MTYwOTU3MDAwMH0.q1w2e3r4t5y6u7i8', 1,
        '2021-01-02 10:10', '2021-01-02 10:00', 'logout'),
    ('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJvbWlkIiwianRpIjoiNyIsImV4cCI6NDEwMjQ0NDgwMH0.a9s8d7f6', NULL,
        '2099-12-31 00:00', NULL, NULL);

INSERT INTO login_attempts (username, ip_address, success, attempted_at, user_agent) VALUES
    ('darya', '10.0.0.7', true, '2021-01-02 07:59:59.999999', 'curl/7.88'),
    ('nobody', NULL, NULL, NULL, NULL),
    ('kian', 'not an address', false, '2021-09-21 23:15', '');

INSERT INTO sensor_data (
    rig_id, timestamp, depth, wob, rpm, torque, rop, mud_flow, mud_pressure, gamma_ray, hook_load, status)
SELECT
    'RIG-0' || 1 + number % 2, timestamp '2021-09-21 22:00' + number * interval '90 seconds', 1000 + number / 10.0,
    12.5, 120, 9000, 18.25, 2400, 210, NULLIF(40 + number % 7, 43), 110.5, CASE WHEN number % 5 > 0 THEN 'normal' END
FROM generate_series(0, 199) AS number;

INSERT INTO sensor_data (rig_id, timestamp, depth, wob, rpm, torque, rop, mud_flow, mud_pressure, status) VALUES
    -- Twice the same.
    ('RIG-03', '2021-01-05 12:00', 1500, 10, 100, 8000, 15, 2200, 190, 'normal'),
    ('RIG-03', '2021-01-05 12:00', 1500, 10, 100, 8000, 15, 2200, 190, NULL),
    -- Three that contradict each other.
    ('RIG-03', '2021-01-05 12:01', 1501, 10, 100, 8000, 15, 2200, 190, 'normal'),
    ('RIG-03', '2021-01-05 12:01', 1502, 10, 100, 8000, 15, 2200, 190, 'normal'),
    ('RIG-03', '2021-01-05 12:01', 1503, 10, 100, 8000, 15, 2200, 190, 'alarm!'),
    -- Silent sensors, one and all.
    ('RIG-03', '2021-01-05 12:02', 'NaN', 10, 100, 'Infinity', 15, '-Infinity', 190, 'normal'),
    ('RIG-03', '2021-01-05 12:03', 'NaN', 'NaN', 'NaN', 'NaN', 'NaN', 'NaN', 'NaN', 'normal'),
    -- A depth below zero, and a time that the clocks skipped.
    ('RIG-03', '2021-01-05 12:04', -1, 10, 100, 8000, 15, 2200, 190, 'normal'),
    ('RIG-03', '2021-03-22 00:30', 1600, 10, 100, 8000, 15, 2200, 190, 'normal');

INSERT INTO dvr_process_history (rig_id, raw_record, is_valid, status, notes, created_at, updated_at) VALUES
    ('RIG-01', '{"depth": 1500}', true, 'processed', NULL, '2021-01-05 12:00', NULL),
    (NULL, 'null', false, 'INVALID', 'no rig', NULL, NULL),
    ('RIG-02', '[1, 2]', false, 'lost', NULL, '2021-03-22 00:30', '2021-01-01 00:00');

INSERT INTO maintenance_alerts (
    rig_id, component, alert_type, severity, message, created_at, acknowledged, acknowledged_by, acknowledged_at,
    resolved, resolved_at, dvr_history_id) VALUES
    ('RIG-01', 'mud pump', 'wear', 'warning', 'Liner worn', '2021-01-05 12:00', true, 'omid', '2021-01-05 13:00',
        false, NULL, 1),
    ('RIG-01', 'top drive', 'vibration', 'CRITICAL', 'Shakes', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('RIG-02', 'drawworks', 'heat', 'high', 'Hot', '2021-02-01 00:00', false, NULL, NULL, true, NULL, 3),
    ('RIG-02', 'drawworks', 'heat', 'info', 'Hot', '2021-02-01 00:00', true, 'somebody who left', NULL,
        true, '2021-01-31 00:00', NULL);

INSERT INTO maintenance_schedules (
    rig_id, component, maintenance_type, scheduled_date, estimated_duration_hours, priority, status, created_at) VALUES
    ('RIG-01', 'mud pump', 'liners', '2021-02-01 08:00', 4, 'high', 'completed', '2021-01-06 08:00'),
    ('RIG-01', 'top drive', 'bearing', '2021-03-22 00:30', 0, 'urgent', NULL, NULL),
    ('RIG-02', 'drawworks', 'brake', '2021-04-01 08:00', -2, 'Medium', 'overdue', '2021-01-06 08:00');

-- Approved by who asked, by nobody, and for a thing that nobody may ask for.
INSERT INTO change_requests (
    rig_id, change_type, component, parameter, old_value, new_value, status, auto_execute, requested_by, approved_by,
    applied_by, requested_at, approved_at, applied_at, metadata) VALUES
    ('RIG-01', 'optimization', 'bit', 'wob', '10', '12.5', 'applied', false, 3, 1, 5,
        '2021-01-05 12:00', '2021-01-05 12:10', '2021-01-05 12:20', '{"why": "slow"}'),
    ('RIG-01', 'optimization', 'bit', 'rpm', '100', '120', 'approved', true, 1, 1, NULL,
        '2021-01-05 12:00', '2021-01-05 12:00', NULL, NULL),
    ('RIG-02', 'maintenance', 'pump', 'liner', NULL, '6.5 in', 'applied', NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL),
    ('RIG-02', 'whatever', 'pump', 'liner', NULL, '', 'done', false, 5, NULL, NULL,
        '2021-01-05 12:00', NULL, NULL, NULL),
    ('RIG-02', 'validation', 'pump', 'rate', '1', '2', NULL, false, 4, NULL, NULL,
        '2021-01-05 12:00', NULL, NULL, NULL);

INSERT INTO rul_predictions (rig_id, component, predicted_rul, confidence, timestamp, model_used) VALUES
    ('RIG-01', 'mud pump', 340.5, 0.87, '2021-01-05 12:00', 'lstm'),
    ('RIG-01', 'mud pump', 340.5, 87, NULL, 'lstm'),
    ('RIG-02', 'top drive', -3, 0.5, '2021-01-05 12:00', 'lstm'),
    ('RIG-02', 'top drive', 'NaN', 'NaN', '2021-01-05 12:00', 'lstm');

INSERT INTO anomaly_detections (
    rig_id, timestamp, is_anomaly, anomaly_score, affected_parameters, severity, investigated) VALUES
    ('RIG-01', '2021-01-05 12:00', true, 0.93, '["torque"]', 'high', false),
    ('RIG-01', NULL, true, 3.2, '{}', 'warning', NULL),
    ('RIG-02', '2021-01-05 12:00', false, -0.1, '[]', 'LOW', true);

-- Two active versions of a model, and one version twice.
INSERT INTO model_versions (model_name, version, model_type, file_path, training_date, is_active, created_by) VALUES
    ('rul', '1.0', 'lstm', 'models/rul-1.0.pt', '2021-01-01 00:00', true, 'sara'),
    ('rul', '1.1', 'lstm', 'models/rul-1.1.pt', '2021-02-01 00:00', true, 'sara'),
    ('rul', '1.1', 'lstm', '../../rul-1.1-final.pt', NULL, NULL, NULL),
    ('anomaly', '1', 'forest', 'models/anomaly.pkl', '2021-01-01 00:00', true, 'somebody who left');

INSERT INTO well_profiles (
    well_id, rig_id, total_depth, kick_off_point, build_rate, max_inclination, target_zone_start, target_zone_end,
    geological_data, created_at) VALUES
    ('AZ-1', 'RIG-01', 3200, 800, 2.5, 45, 3000, 3200, '{"formation": "Asmari"}', '2021-01-01 00:00'),
    ('AZ-2', 'RIG-02', 2000, 2500, 3, 95, 2100, 1900, NULL, NULL);

-- Wells that have no profile, and two sessions open on one rig at a time.
INSERT INTO drilling_sessions (
    rig_id, well_id, start_time, end_time, start_depth, end_depth, average_rop, status) VALUES
    ('RIG-01', 'AZ-1', '2021-01-01 00:00', '2021-01-20 00:00', 0, 1800, 17.5, 'completed'),
    ('RIG-01', 'AZ-1', '2021-01-21 00:00', NULL, 1800, NULL, NULL, 'active'),
    ('RIG-01', 'AZ-1', '2021-01-22 00:00', NULL, 1800, NULL, NULL, NULL),
    ('RIG-02', 'AZ-9', '2021-01-22 00:00', '2021-01-21 00:00', 900, 800, NULL, 'finished'),
    ('RIG-03', 'AZ-10', '2021-01-22 00:00', NULL, -5, NULL, NULL, 'paused');

INSERT INTO system_logs (timestamp, level, service, message, details, user_id) VALUES
    ('2021-01-05 12:00', 'INFO', 'api', 'started', '{"pid": 7}', NULL),
    (NULL, 'warn', 'api', 'slow', NULL, 3),
    ('2021-09-21 23:30', 'FATAL', 'worker', E'two\nlines', NULL, NULL);

INSERT INTO drilling_parameters_config (
    rig_id, target_wob, target_rpm, target_mud_flow, target_rop, safety_limits, created_at) VALUES
    ('RIG-01', 12, 120, 2400, 18, '{"wob": {"max": 25}, "torque": {"max": 20000}}', '2021-01-01 00:00');
