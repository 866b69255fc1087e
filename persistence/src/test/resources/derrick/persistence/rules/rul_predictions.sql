INSERT INTO rul_predictions (id, rig_id, component, predicted_rul, confidence, timestamp, model_used)
VALUES (1, 'F-9A', 'pump 1', 100, 0.9, now(), 'weibull'), (2, 'F-9A', 'pump 1', 90, 0.9, now(), 'weibull');

-- rul_predictions_pkey
UPDATE rul_predictions SET id = 2 WHERE id = 1;
-- rul_predictions_predicted_rul_check
UPDATE rul_predictions SET predicted_rul = 'NaN';
-- rul_predictions_confidence_check
UPDATE rul_predictions SET confidence = 1.1;
