INSERT INTO anomaly_detections (id, rig_id, timestamp, is_anomaly, anomaly_score, affected_parameters, severity)
VALUES (1, 'F-9A', now(), true, 0.9, '["wob"]', 'low'), (2, 'F-9A', now(), true, 0.9, '["wob"]', 'low');

-- anomaly_detections_pkey
UPDATE anomaly_detections SET id = 2 WHERE id = 1;
-- anomaly_detections_severity_check
UPDATE anomaly_detections SET severity = 'funny';
-- anomaly_detections_anomaly_score_check
UPDATE anomaly_detections SET anomaly_score = -0.1;
-- anomaly_detections_affected_parameters_check
UPDATE anomaly_detections SET affected_parameters = '["wob", 1]';
-- anomaly_detections_investigated_check
UPDATE anomaly_detections SET investigated = true;
