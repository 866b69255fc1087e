package derrick.domain.prediction;

/** A number that no model's version has. */
public final class UnknownModelVersion extends RuntimeException {
    public UnknownModelVersion(ModelVersionId id) {
        super("there is no model version %s".formatted(id));
    }
}
