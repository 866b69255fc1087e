INSERT INTO maintenance_alerts (id, rig_id, component, alert_type, severity, message, created_at)
VALUES (1, 'F-9A', 'pump 1', 'wear', 'info', 'look at it', now()),
    (2, 'F-9A', 'pump 1', 'wear', 'info', 'look at it', now());

-- maintenance_alerts_pkey
UPDATE maintenance_alerts SET id = 2 WHERE id = 1;
-- maintenance_alerts_severity_check
UPDATE maintenance_alerts SET severity = 'funny';
-- maintenance_alerts_status_check
UPDATE maintenance_alerts SET status = 'lost', acknowledged_by = 'kim', acknowledged_at = now();
-- maintenance_alerts_acknowledged_check
UPDATE maintenance_alerts SET acknowledged_by = 'kim', acknowledged_at = now();
-- maintenance_alerts_shelved_check
UPDATE maintenance_alerts SET status = 'shelved';
-- maintenance_alerts_resolved_check
UPDATE maintenance_alerts SET status = 'resolved', acknowledged_by = 'kim', acknowledged_at = now();
-- maintenance_alerts_dvr_history_id_fkey
UPDATE maintenance_alerts SET dvr_history_id = 404;
