package derrick.domain.prediction;

/** A model was to go back to its former version and never had one. */
public final class NoPreviousVersion extends RuntimeException {
    public NoPreviousVersion(ModelName model) {
        super("model %s has had no other active version that it could return to".formatted(model));
    }
}
