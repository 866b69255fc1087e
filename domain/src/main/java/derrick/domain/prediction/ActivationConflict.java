package derrick.domain.prediction;

/** While one version of a model was to become active, another did. */
public final class ActivationConflict extends RuntimeException {
    public ActivationConflict(ModelVersion loser, ModelVersion active) {
        super("%s is inactive and cannot become active: version %s has become active meanwhile"
                .formatted(loser, active.facts().version()));
    }
}
