/**
 * Stores the results and the versions of models in the tables {@code rul_predictions}, {@code anomaly_detections},
 * {@code model_versions} and {@code model_activations}.
 */
package derrick.persistence.prediction;
