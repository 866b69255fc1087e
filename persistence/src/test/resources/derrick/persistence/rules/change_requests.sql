INSERT INTO change_requests (id, rig_id, change_type, component, parameter, new_value, requested_by, requested_at)
VALUES (1, 'F-9A', 'optimization', 'top drive', 'rpm', '140', 1, now()),
    (2, 'F-9A', 'optimization', 'top drive', 'rpm', '150', 1, now());

-- change_requests_pkey
UPDATE change_requests SET id = 2 WHERE id = 1;
-- change_requests_change_type_check
UPDATE change_requests SET change_type = 'fun';
-- change_requests_status_check
UPDATE change_requests SET status = 'lost';
-- change_requests_four_eyes_check
UPDATE change_requests SET status = 'approved', approved_by = requested_by, approved_at = now();
-- change_requests_stage_check
UPDATE change_requests SET status = 'applied';
-- change_requests_requested_by_fkey
UPDATE change_requests SET requested_by = 404;
-- change_requests_approved_by_fkey
UPDATE change_requests SET status = 'approved', approved_by = 404, approved_at = now();
-- change_requests_applied_by_fkey
UPDATE change_requests
SET status = 'applied', approved_by = 2, approved_at = now(), applied_by = 404, applied_at = now();
-- change_requests_closed_by_fkey
UPDATE change_requests SET status = 'cancelled', closed_by = 404, closed_at = now();
