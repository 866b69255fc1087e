package derrick.domain.prediction;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** All versions that models ever had, and which of them were active when. */
public interface ModelVersions {
    /** Returns an ID that no version has had. */
    ModelVersionId nextId();

    /** Returns an ID that no activation has had. */
    ModelActivationId nextActivationId();

    /** Keeps a version, unless its model has another of that name; says whether it did. */
    boolean add(ModelVersion version);

    Optional<ModelVersion> find(ModelVersionId id);

    /** The version of a model that predicts. */
    Optional<ModelVersion> findActive(ModelName model);

    /** The versions of a model, the last trained first. */
    List<ModelVersion> list(ModelName model, Page page);

    /** The active version of every model that has one, in the order of their names, so many at most. */
    List<ModelVersion> listActive(int limit);

    /**
     * Makes a version the active one, and writes that down, if the one it takes over from is active still.
     *
     * @param from the version that is active before, another one, or empty if none is
     * @return whether it was done
     */
    boolean activate(ModelActivation activation, Optional<ModelVersionId> from);

    /** When which version of a model became active, the last first. */
    List<ModelActivation> listActivations(ModelName model, Page page);
}
