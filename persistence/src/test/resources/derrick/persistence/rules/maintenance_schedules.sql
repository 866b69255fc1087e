INSERT INTO maintenance_schedules (
    id, rig_id, component, maintenance_type, scheduled_date, estimated_duration_hours, priority, created_at, updated_at)
VALUES (1, 'F-9A', 'pump 1', 'inspection', now(), 4, 'low', now(), now()),
    (2, 'F-9A', 'pump 1', 'inspection', now(), 4, 'low', now(), now());

-- maintenance_schedules_pkey
UPDATE maintenance_schedules SET id = 2 WHERE id = 1;
-- maintenance_schedules_priority_check
UPDATE maintenance_schedules SET priority = 'none';
-- maintenance_schedules_status_check
UPDATE maintenance_schedules SET status = 'lost';
-- maintenance_schedules_estimated_duration_hours_check
UPDATE maintenance_schedules SET estimated_duration_hours = 0;
