package derrick.domain.prediction;

/** A number that no prediction of remaining useful life has. */
public final class UnknownRulPrediction extends RuntimeException {
    public UnknownRulPrediction(RulPredictionId id) {
        super("there is no RUL prediction %s".formatted(id));
    }
}
