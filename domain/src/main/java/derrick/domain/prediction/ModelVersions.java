package derrick.domain.prediction;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** The repository of versions of models and their activations. */
public interface ModelVersions {
    /** Returns an ID that no version has had. */
    ModelVersionId nextId();

    /** Returns an ID that no activation has had. */
    ModelActivationId nextActivationId();

    /** Stores a version unless its model has a version of that name; returns whether it was stored. */
    boolean add(ModelVersion version);

    Optional<ModelVersion> find(ModelVersionId id);

    /** Returns the active version of a model. */
    Optional<ModelVersion> findActive(ModelName model);

    /** Returns the versions of a model, last trained first. */
    List<ModelVersion> list(ModelName model, Page page);

    /** Returns at most {@code limit} active versions, ordered by the names of their models. */
    List<ModelVersion> listActive(int limit);

    /**
     * Activates a version and stores the activation, if {@code from} is still the active version.
     *
     * @param from the version that is active before, or empty if none is
     * @return whether the version was activated
     */
    boolean activate(ModelActivation activation, Optional<ModelVersionId> from);

    /** Returns the activations of a model's versions, newest first. */
    List<ModelActivation> listActivations(ModelName model, Page page);
}
