INSERT INTO well_profiles (
    id, well_id, rig_id, total_depth, kick_off_point, build_rate, max_inclination, target_zone_start, target_zone_end,
    created_at, updated_at)
VALUES (1, 'W-1', 'F-9A', 2500, 500, 3, 45, 2000, 2400, now(), now()),
    (2, 'W-2', 'F-9A', 2500, 500, 3, 45, 2000, 2400, now(), now());

-- well_profiles_pkey
UPDATE well_profiles SET id = 2 WHERE id = 1;
-- well_profiles_well_id_key
UPDATE well_profiles SET well_id = 'W-2';
-- well_profiles_plan_check
UPDATE well_profiles SET build_rate = NULL;
-- well_profiles_total_depth_check
UPDATE well_profiles SET total_depth = 'Infinity';
-- well_profiles_kick_off_point_check
UPDATE well_profiles SET kick_off_point = total_depth + 1;
-- well_profiles_build_rate_check
UPDATE well_profiles SET build_rate = -1;
-- well_profiles_max_inclination_check
UPDATE well_profiles SET max_inclination = 181;
-- well_profiles_target_zone_check
UPDATE well_profiles SET target_zone_start = target_zone_end + 1;
