INSERT INTO system_logs (id, timestamp, level, service, message) VALUES (1, now(), 'INFO', 'api', 'started');

-- system_logs_pkey
INSERT INTO system_logs (id, timestamp, level, service, message) VALUES (1, now(), 'INFO', 'api', 'stopped');
-- system_logs_level_check
INSERT INTO system_logs (id, timestamp, level, service, message) VALUES (2, now(), 'LOUD', 'api', 'stopped');
-- system_logs_user_id_fkey
INSERT INTO system_logs (id, timestamp, level, service, message, user_id)
VALUES (2, now(), 'INFO', 'api', 'stopped', 404);
-- system_logs_keep
DELETE FROM system_logs;
