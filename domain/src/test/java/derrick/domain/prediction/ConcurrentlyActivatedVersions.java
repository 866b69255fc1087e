package derrick.domain.prediction;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** A repository in which another user activates a version just before one is activated. */
record ConcurrentlyActivatedVersions(ModelVersions versions, Runnable first) implements ModelVersions {
    @Override
    public ModelVersionId nextId() {
        return versions.nextId();
    }

    @Override
    public ModelActivationId nextActivationId() {
        return versions.nextActivationId();
    }

    @Override
    public boolean add(ModelVersion version) {
        return versions.add(version);
    }

    @Override
    public Optional<ModelVersion> find(ModelVersionId id) {
        return versions.find(id);
    }

    @Override
    public Optional<ModelVersion> findActive(ModelName model) {
        return versions.findActive(model);
    }

    @Override
    public List<ModelVersion> list(ModelName model, Page page) {
        return versions.list(model, page);
    }

    @Override
    public List<ModelVersion> listActive(int limit) {
        return versions.listActive(limit);
    }

    @Override
    public boolean activate(ModelActivation activation, Optional<ModelVersionId> from) {
        first.run();
        return versions.activate(activation, from);
    }

    @Override
    public List<ModelActivation> listActivations(ModelName model, Page page) {
        return versions.listActivations(model, page);
    }
}
