/**
 * What models predict and detect, and the models' versions, in PostgreSQL: the tables {@code rul_predictions}, {@code
 * anomaly_detections}, {@code model_versions} and {@code model_activations}.
 */
package derrick.persistence.prediction;
