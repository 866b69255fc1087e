package derrick.domain.prediction;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.util.Optional;

/** Registers versions of models and activates one version of each model at a time. Activations are recorded. */
public final class ModelRegistry {
    private static final Page LAST_TWO = Page.first(2);

    private final ModelVersions versions;
    private final Clock clock;

    public ModelRegistry(ModelVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Thrown when another version of the model was activated concurrently. */
    public static final class ActivationConflict extends RuntimeException {
        ActivationConflict(ModelVersion version, ModelVersion active) {
            super("%s is inactive and cannot become active: version %s was activated at the same time"
                    .formatted(version, active.metadata().version()));
        }
    }

    /** Thrown when a model has no earlier active version to roll back to. */
    public static final class NoPreviousVersion extends RuntimeException {
        NoPreviousVersion(ModelName model) {
            super("cannot roll back model %s: it has no earlier active version".formatted(model));
        }
    }

    /**
     * Registers a version, which is inactive at first.
     *
     * @throws AlreadyExists if the model has a version of that name
     */
    public ModelVersion register(ModelMetadata metadata) {
        ModelVersion version = new ModelVersion(versions.nextId(), metadata, false);
        if (!versions.add(version)) {
            throw new AlreadyExists(version.toString(), "register it under another version");
        }
        return version;
    }

    /**
     * Activates a version and deactivates the version of its model that was active.
     *
     * @throws NotFound if there is no such version
     * @throws IllegalTransition if it is active, or was activated concurrently
     * @throws ActivationConflict if another version of the model was activated concurrently
     */
    public ModelVersion activate(ModelVersionId id, String by) {
        ModelVersion version = find(id);
        ModelName model = version.metadata().model();
        Optional<ModelVersion> active = versions.findActive(model);
        ModelVersion before = active.filter(current -> current.id().equals(id)).orElse(version);
        ModelVersion after = before.activate();
        ModelActivation activation =
                new ModelActivation(versions.nextActivationId(), model, id, Microseconds.now(clock), Optional.of(by));
        if (!versions.activate(activation, active.map(ModelVersion::id))) {
            find(id).activate();
            throw new ActivationConflict(before, versions.findActive(model).orElseThrow());
        }
        return after;
    }

    /**
     * Activates the version that was active before the current one.
     *
     * @throws NoPreviousVersion if there was none
     * @throws IllegalTransition if it was activated concurrently
     * @throws ActivationConflict if another version of the model was activated concurrently
     */
    public ModelVersion rollBack(ModelName model, String by) {
        return versions.listActivations(model, LAST_TWO).stream()
                .skip(1)
                .findFirst()
                .map(previous -> activate(previous.version(), by))
                .orElseThrow(() -> new NoPreviousVersion(model));
    }

    private ModelVersion find(ModelVersionId id) {
        return versions.find(id).orElseThrow(() -> new NotFound("model version", id));
    }
}
