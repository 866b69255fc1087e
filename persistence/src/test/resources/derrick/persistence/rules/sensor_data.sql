INSERT INTO sensor_data (rig_id, timestamp, depth) VALUES ('F-9A', '2026-03-01T12:00:00Z', 1);

-- sensor_data_time_source_check
UPDATE sensor_data SET time_source = 'guessed';
-- sensor_data_quality_check
UPDATE sensor_data SET quality = 3;
-- sensor_data_any_channel_check
UPDATE sensor_data SET depth = NULL;
