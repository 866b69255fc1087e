package derrick.domain.prediction;

class InMemoryRulPredictionsTest implements RulPredictionsContract {
    private final RulPredictions predictions = new InMemoryRulPredictions();

    @Override
    public RulPredictions predictions() {
        return predictions;
    }
}
