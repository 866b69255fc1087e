INSERT INTO drilling_sessions (id, rig_id, well_id, start_time, start_depth, end_time, end_depth, active_since, status)
VALUES (1, 'F-9A', 'W-1', now(), 100, now(), 200, NULL, 'completed'),
    (2, 'F-9A', 'W-1', now(), 100, NULL, NULL, now(), 'active');

-- drilling_sessions_pkey
UPDATE drilling_sessions SET id = 2 WHERE id = 1;
-- drilling_sessions_status_check
UPDATE drilling_sessions SET status = 'lost', end_time = NULL, end_depth = NULL WHERE id = 1;
-- drilling_sessions_stage_check
UPDATE drilling_sessions SET end_time = NULL WHERE id = 1;
-- drilling_sessions_end_time_check
UPDATE drilling_sessions SET end_time = start_time - interval '1 second' WHERE id = 1;
-- drilling_sessions_active_since_check
UPDATE drilling_sessions SET active_since = start_time - interval '1 second' WHERE id = 2;
-- drilling_sessions_depth_check
UPDATE drilling_sessions SET end_depth = start_depth - 1 WHERE id = 1;
-- drilling_sessions_average_rop_check
UPDATE drilling_sessions SET average_rop = -1;
-- drilling_sessions_total_drilling_time_hours_check
UPDATE drilling_sessions SET total_drilling_time_hours = -1;
-- drilling_sessions_well_id_fkey
UPDATE drilling_sessions SET well_id = 'W-404';
-- drilling_sessions_one_open_per_rig
INSERT INTO drilling_sessions (id, rig_id, well_id, start_time, start_depth, status)
VALUES (3, 'F-9A', 'W-1', now(), 100, 'paused');
