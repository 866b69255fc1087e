package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Model versions in memory, for tests. Thread-safe. */
public final class InMemoryModelVersions implements ModelVersions {
    private final Map<ModelVersionId, ModelMetadata> stored = new HashMap<>();
    private final Map<ModelName, ModelVersionId> active = new HashMap<>();
    private final Map<ModelActivationId, ModelActivation> activations = new HashMap<>();
    private long lastId;

    @Override
    public synchronized ModelVersionId nextId() {
        return new ModelVersionId(++lastId);
    }

    @Override
    public synchronized ModelActivationId nextActivationId() {
        return new ModelActivationId(++lastId);
    }

    @Override
    public synchronized boolean add(ModelVersion version) {
        if (version.active() || stored.containsKey(version.id())) {
            throw new IllegalStateException("not a new model version: " + version.id());
        }
        boolean taken = of(version.metadata().model())
                .anyMatch(other ->
                        other.metadata().version().equals(version.metadata().version()));
        if (!taken) {
            stored.put(version.id(), version.metadata());
        }
        return !taken;
    }

    @Override
    public synchronized Optional<ModelVersion> find(ModelVersionId id) {
        return Optional.ofNullable(stored.get(id))
                .map(metadata -> new ModelVersion(id, metadata, id.equals(active.get(metadata.model()))));
    }

    @Override
    public synchronized Optional<ModelVersion> findActive(ModelName model) {
        return Optional.ofNullable(active.get(model)).flatMap(this::find);
    }

    @Override
    public synchronized List<ModelVersion> list(ModelName model, Page page) {
        return page(of(model), ModelVersion::cursor, page);
    }

    @Override
    public synchronized List<ModelVersion> listActive(int limit) {
        return active.keySet().stream()
                .sorted(Comparator.comparing(ModelName::value))
                .limit(limit)
                .flatMap(model -> findActive(model).stream())
                .toList();
    }

    @Override
    public synchronized boolean activate(ModelActivation activation, Optional<ModelVersionId> from) {
        boolean done = Optional.ofNullable(active.get(activation.model())).equals(from)
                && find(activation.version())
                        .filter(next -> next.metadata().model().equals(activation.model()) && !next.active())
                        .isPresent();
        if (done) {
            active.put(activation.model(), activation.version());
            activations.put(activation.id(), activation);
        }
        return done;
    }

    @Override
    public synchronized List<ModelActivation> listActivations(ModelName model, Page page) {
        return page(
                activations.values().stream()
                        .filter(activation -> activation.model().equals(model)),
                ModelActivation::cursor,
                page);
    }

    private Stream<ModelVersion> of(ModelName model) {
        return stored.keySet().stream()
                .flatMap(id -> find(id).stream())
                .filter(version -> version.metadata().model().equals(model));
    }

    private static <T> List<T> page(Stream<T> all, Function<T, PageCursor> cursor, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return all.filter(entry -> cursor.apply(entry).compareTo(after) < 0)
                .sorted(Comparator.comparing(cursor).reversed())
                .limit(page.limit())
                .toList();
    }
}
