INSERT INTO model_activations (id, model_name, model_version_id, activated_at) VALUES (1, 'rul', 1, now());

-- model_activations_pkey
INSERT INTO model_activations (id, model_name, model_version_id, activated_at) VALUES (1, 'rul', 1, now());
-- model_activations_model_version_id_fkey
INSERT INTO model_activations (id, model_name, model_version_id, activated_at) VALUES (2, 'another', 1, now());
-- model_activations_keep
DELETE FROM model_activations;
