package derrick.persistence.prediction;

import static derrick.domain.prediction.ModelVersionSamples.NOON;
import static derrick.domain.prediction.ModelVersionSamples.freshModel;
import static derrick.domain.prediction.ModelVersionSamples.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.page.Page;
import derrick.domain.prediction.ModelActivation;
import derrick.domain.prediction.ModelName;
import derrick.domain.prediction.ModelRegistry;
import derrick.domain.prediction.ModelRegistry.ActivationConflict;
import derrick.domain.prediction.ModelVersion;
import derrick.domain.prediction.ModelVersionId;
import derrick.domain.prediction.ModelVersions;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.ConcurrentCalls;
import derrick.persistence.store.ConcurrentCalls.Results;
import derrick.persistence.store.PooledConnections;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fifty concurrent callers register and activate versions of the same model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelVersionsRaceTest {
    private static final int CALLERS = 50;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private ModelVersions versions;
    private ModelRegistry registry;

    @BeforeAll
    void connect() {
        versions = new JdbiModelVersions(PooledConnections.storeOn(database));
        registry = new ModelRegistry(versions, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void aVersionIsActivatedOnce() throws Exception {
        ModelName model = freshModel();
        ModelVersion before = activeBefore(model);
        ModelVersion wanted = registry.register(metadata(model, "wanted"));

        Results<ModelVersion> results =
                ConcurrentCalls.run(caller -> registry.activate(wanted.id(), "caller " + caller));

        assertThat(results.succeeded()).containsExactly(wanted.activate());
        assertThat(results.failed())
                .hasSize(CALLERS - 1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("%s is active and cannot become active", wanted));
        assertThat(versions.listActivations(model, Page.first(10)))
                .extracting(ModelActivation::version)
                .containsExactly(wanted.id(), before.id());
    }

    @Test
    void ofSeveralVersionsOneReplacesTheActiveOne() throws Exception {
        ModelName model = freshModel();

        assertOneIsActivated(model, Optional.of(activeBefore(model).id()));
    }

    @Test
    void ofSeveralVersionsOneBecomesTheFirstActiveOne() throws Exception {
        assertOneIsActivated(freshModel(), Optional.empty());
    }

    @Test
    void anActivationSucceedsOrFailsWithAConflict() throws Exception {
        ModelName model = freshModel();
        List<ModelVersion> candidates = candidates(model);

        Results<ModelVersion> results = ConcurrentCalls.run(
                caller -> registry.activate(candidates.get(caller).id(), "caller"));

        assertThat(results.failed()).allSatisfy(failure -> assertThat(failure).isInstanceOf(ActivationConflict.class));
        assertThat(results.succeeded()).contains(versions.findActive(model).orElseThrow());
        assertThat(versions.listActivations(model, Page.first(CALLERS)))
                .extracting(ModelActivation::version)
                .containsExactlyInAnyOrderElementsOf(
                        results.succeeded().stream().map(ModelVersion::id).toList());
        assertThat(versions.list(model, Page.first(CALLERS)))
                .filteredOn(ModelVersion::active)
                .hasSize(1);
    }

    @Test
    void aVersionIsRegisteredOnce() throws Exception {
        ModelName model = freshModel();

        Results<ModelVersion> results = ConcurrentCalls.run(caller -> registry.register(metadata(model, "1")));

        assertThat(results.failed())
                .hasSize(CALLERS - 1)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(AlreadyExists.class));
        assertThat(results.succeeded()).isEqualTo(versions.list(model, Page.first(10)));
    }

    private void assertOneIsActivated(ModelName model, Optional<ModelVersionId> from) throws Exception {
        List<ModelActivation> activations = candidates(model).stream()
                .map(next -> new ModelActivation(
                        versions.nextActivationId(), model, next.id(), NOON.plusSeconds(1), Optional.empty()))
                .toList();

        Results<Optional<ModelActivation>> results = ConcurrentCalls.run(caller ->
                Optional.of(activations.get(caller)).filter(activation -> versions.activate(activation, from)));

        assertThat(results.failed()).isEmpty();
        List<ModelActivation> succeeded =
                results.succeeded().stream().flatMap(Optional::stream).toList();
        assertThat(succeeded).hasSize(1);
        assertThat(versions.listActivations(model, Page.first(10)))
                .hasSize(from.isPresent() ? 2 : 1)
                .startsWith(succeeded.get(0));
        assertThat(versions.list(model, Page.first(100)))
                .filteredOn(ModelVersion::active)
                .extracting(ModelVersion::id)
                .containsExactly(succeeded.get(0).version());
    }

    private ModelVersion activeBefore(ModelName model) {
        return registry.activate(registry.register(metadata(model, "before")).id(), "kim");
    }

    private List<ModelVersion> candidates(ModelName model) {
        return IntStream.range(0, CALLERS)
                .mapToObj(caller -> registry.register(metadata(model, "candidate " + caller)))
                .toList();
    }
}
