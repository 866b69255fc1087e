package derrick.persistence.prediction;

import static derrick.domain.prediction.ModelVersionSamples.NOON;
import static derrick.domain.prediction.ModelVersionSamples.facts;
import static derrick.domain.prediction.ModelVersionSamples.freshModel;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.page.Page;
import derrick.domain.prediction.ActivationConflict;
import derrick.domain.prediction.ModelActivation;
import derrick.domain.prediction.ModelName;
import derrick.domain.prediction.ModelRegistry;
import derrick.domain.prediction.ModelVersion;
import derrick.domain.prediction.ModelVersionId;
import derrick.domain.prediction.ModelVersions;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Racers;
import derrick.persistence.store.Racers.Finish;
import derrick.persistence.store.Store;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fifty people at the same model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiModelVersionsTogetherTest {
    private static final int RACERS = 50;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private ModelVersions versions;
    private ModelRegistry registry;

    @BeforeAll
    void connect() {
        versions = new JdbiModelVersions(new Store(Jdbi.create(new PooledConnections(database.dataSource()))));
        registry = new ModelRegistry(versions, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void ofManyWhoActivateAVersionOneDoes() throws Exception {
        ModelName model = freshModel();
        ModelVersion before = activeBefore(model);
        ModelVersion wanted = registry.register(facts(model, "wanted"));

        Finish<ModelVersion> finish = Racers.race(racer -> registry.activate(wanted.id(), "racer " + racer));

        assertThat(finish.won()).containsExactly(wanted.activate());
        assertThat(finish.lost())
                .hasSize(RACERS - 1)
                .allSatisfy(loss -> assertThat(loss)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("%s is active and cannot become active", wanted));
        assertThat(versions.listActivations(model, Page.first(10)))
                .extracting(ModelActivation::version)
                .containsExactly(wanted.id(), before.id());
    }

    @Test
    void ofManyVersionsThatAreToTakeOverOneDoes() throws Exception {
        ModelName model = freshModel();

        assertOneTakesOver(model, Optional.of(activeBefore(model).id()));
    }

    @Test
    void ofManyVersionsThatAreToBeTheFirstOneIs() throws Exception {
        assertOneTakesOver(freshModel(), Optional.empty());
    }

    @Test
    void whoeverActivatesAnotherVersionTakesOverOrHearsWhoWasFaster() throws Exception {
        ModelName model = freshModel();
        List<ModelVersion> candidates = candidates(model);

        Finish<ModelVersion> finish =
                Racers.race(racer -> registry.activate(candidates.get(racer).id(), "racer"));

        assertThat(finish.lost()).allSatisfy(loss -> assertThat(loss).isInstanceOf(ActivationConflict.class));
        assertThat(finish.won()).contains(versions.findActive(model).orElseThrow());
        assertThat(versions.listActivations(model, Page.first(RACERS)))
                .extracting(ModelActivation::version)
                .containsExactlyInAnyOrderElementsOf(
                        finish.won().stream().map(ModelVersion::id).toList());
        assertThat(versions.list(model, Page.first(RACERS)))
                .filteredOn(ModelVersion::active)
                .hasSize(1);
    }

    @Test
    void ofManyWhoRegisterAVersionOneDoes() throws Exception {
        ModelName model = freshModel();

        Finish<ModelVersion> finish = Racers.race(racer -> registry.register(facts(model, "1")));

        assertThat(finish.lost())
                .hasSize(RACERS - 1)
                .allSatisfy(loss -> assertThat(loss).isInstanceOf(AlreadyExists.class));
        assertThat(finish.won()).isEqualTo(versions.list(model, Page.first(10)));
    }

    private void assertOneTakesOver(ModelName model, Optional<ModelVersionId> from) throws Exception {
        List<ModelActivation> activations = candidates(model).stream()
                .map(next -> new ModelActivation(
                        versions.nextActivationId(), model, next.id(), NOON.plusSeconds(1), Optional.empty()))
                .toList();

        Finish<Optional<ModelActivation>> finish = Racers.race(
                racer -> Optional.of(activations.get(racer)).filter(activation -> versions.activate(activation, from)));

        assertThat(finish.lost()).isEmpty();
        List<ModelActivation> won =
                finish.won().stream().flatMap(Optional::stream).toList();
        assertThat(won).hasSize(1);
        assertThat(versions.listActivations(model, Page.first(10)))
                .hasSize(from.isPresent() ? 2 : 1)
                .startsWith(won.get(0));
        assertThat(versions.list(model, Page.first(100)))
                .filteredOn(ModelVersion::active)
                .extracting(ModelVersion::id)
                .containsExactly(won.get(0).version());
    }

    private ModelVersion activeBefore(ModelName model) {
        return registry.activate(registry.register(facts(model, "before")).id(), "kim");
    }

    private List<ModelVersion> candidates(ModelName model) {
        return IntStream.range(0, RACERS)
                .mapToObj(racer -> registry.register(facts(model, "candidate " + racer)))
                .toList();
    }
}
