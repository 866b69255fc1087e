INSERT INTO dvr_process_history (id, raw_record, created_at, updated_at) VALUES (1, '{}', now(), now());

-- dvr_process_history_pkey
INSERT INTO dvr_process_history (id, raw_record, created_at, updated_at) VALUES (1, '{}', now(), now());
-- dvr_process_history_status_check
UPDATE dvr_process_history SET status = 'lost';
-- dvr_process_history_keep
UPDATE dvr_process_history SET raw_record = '{"wob": 1}';
