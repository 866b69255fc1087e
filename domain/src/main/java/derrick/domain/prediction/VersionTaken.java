package derrick.domain.prediction;

/** A model has a version of that name already; versions do not change. */
public final class VersionTaken extends RuntimeException {
    public VersionTaken(ModelVersion version) {
        super("%s is registered already; register what is new under another version".formatted(version));
    }
}
