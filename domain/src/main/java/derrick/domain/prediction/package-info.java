/**
 * Predictions from sensor readings: the remaining useful life of components, anomalies, and the versions of the models
 * that predict.
 *
 * <p>A {@link derrick.domain.prediction.RulPrediction} has a number of hours, a confidence, the model and the time.
 * When the component has failed, {@link derrick.domain.prediction.RulForecasting} adds the time of the failure, so that
 * the model can be evaluated.
 *
 * <pre>
 * anomaly detection    open ──► investigated    with notes
 *
 * model version        inactive ◄──► active     at most one of a model is active
 * </pre>
 *
 * <p>An {@link derrick.domain.prediction.AnomalyDetection} is a detector's result for a rig at one instant. {@link
 * derrick.domain.prediction.AnomalyReview} stores it, and later the result of its investigation. A {@link
 * derrick.domain.prediction.ModelVersion} never changes; a new training registers a new version. {@link
 * derrick.domain.prediction.ModelRegistry} activates versions and records each activation.
 */
package derrick.domain.prediction;
