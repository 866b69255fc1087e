/**
 * What models make of the readings: how long a component will last, what is out of the ordinary, and which version of
 * which model says so.
 *
 * <p>A {@link derrick.domain.prediction.RulPrediction} is a number with its confidence, the model that made it and the
 * time it was made; once the component has failed, the true end stands beside it, so that a model can be held to what
 * it said. {@link derrick.domain.prediction.RulForecasting} keeps both.
 *
 * <pre>
 * anomaly detection    open ──► investigated    by somebody, who notes what it was
 *
 * model version        inactive ◄──► active     one of a model is, and the next takes over from it
 * </pre>
 *
 * <p>An {@link derrick.domain.prediction.AnomalyDetection} is what a detector said of a rig at one instant; at the
 * {@link derrick.domain.prediction.AnomalyReview} people note what was behind it. A {@link
 * derrick.domain.prediction.ModelVersion} never changes: whoever trains a model anew registers another. The {@link
 * derrick.domain.prediction.ModelRegistry} knows which one is active, and each that ever was, from when on.
 */
package derrick.domain.prediction;
