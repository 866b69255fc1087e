package derrick.domain.prediction;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.util.Optional;

/** Says which version of each model predicts: one at a time, chosen by somebody, and written down. */
public final class ModelRegistry {
    private static final Page LAST_TWO = Page.first(2);

    private final ModelVersions versions;
    private final Clock clock;

    public ModelRegistry(ModelVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Takes in a version, which is inactive at first.
     *
     * @throws AlreadyExists if the model has a version of that name
     */
    public ModelVersion register(ModelMetadata facts) {
        ModelVersion version = new ModelVersion(versions.nextId(), facts, false);
        if (!versions.add(version)) {
            throw new AlreadyExists(version.toString(), "register it under another version");
        }
        return version;
    }

    /**
     * Lets a version predict from now on, and no other of its model.
     *
     * @throws NotFound if there is no such version
     * @throws IllegalTransition if it is active, or was changed concurrently to make it so
     * @throws ActivationConflict if somebody else was faster to make another one active
     */
    public ModelVersion activate(ModelVersionId id, String by) {
        ModelVersion version = find(id);
        ModelName model = version.facts().model();
        Optional<ModelVersion> active = versions.findActive(model);
        ModelVersion before =
                active.filter(standing -> standing.id().equals(id)).orElse(version);
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
     * Lets the version predict again that was active before the one that is.
     *
     * @throws NoPreviousVersion if there was none
     * @throws IllegalTransition if somebody else was faster to make it active
     * @throws ActivationConflict if somebody else was faster to make another one active
     */
    public ModelVersion rollBack(ModelName model, String by) {
        return versions.listActivations(model, LAST_TWO).stream()
                .skip(1)
                .findFirst()
                .map(former -> activate(former.version(), by))
                .orElseThrow(() -> new NoPreviousVersion(model));
    }

    private ModelVersion find(ModelVersionId id) {
        return versions.find(id).orElseThrow(() -> new NotFound("model version", id));
    }
}
