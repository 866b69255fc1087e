package derrick.domain.prediction;

/** A model has a version of that name already; versions do not change. */
public final class ModelVersionAlreadyExists extends RuntimeException {
    public ModelVersionAlreadyExists(ModelVersion version) {
        super("%s is registered already; register what is new under another version".formatted(version));
    }
}
