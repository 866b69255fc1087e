INSERT INTO model_versions (id, model_name, version, model_type, file_path, is_active)
VALUES (1, 'rul', '1', 'weibull', 'rul-1', true), (2, 'rul', '2', 'weibull', 'rul-2', false);

-- model_versions_pkey
UPDATE model_versions SET id = 2 WHERE id = 1;
-- model_versions_model_name_version_key
UPDATE model_versions SET version = '2';
-- model_versions_artifact_sha256_check
UPDATE model_versions SET artifact_sha256 = 'abc';
-- model_versions_one_active_per_name
UPDATE model_versions SET is_active = true;
