package derrick.domain.prediction;

import static derrick.domain.prediction.ModelVersionSamples.NOON;
import static derrick.domain.prediction.ModelVersionSamples.metadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.page.Page;
import derrick.domain.prediction.ModelRegistry.ActivationConflict;
import derrick.domain.prediction.ModelRegistry.NoPreviousVersion;
import derrick.domain.store.ConcurrentCaller;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelRegistryTest {
    private static final ModelName MODEL = new ModelName("rul-lstm");

    private final InMemoryModelVersions versions = new InMemoryModelVersions();
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final ModelRegistry registry = new ModelRegistry(versions, clock);

    @Test
    void aRegisteredVersionIsInactive() {
        ModelVersion registered = registry.register(metadata(MODEL, "1"));

        assertThat(registered).isEqualTo(new ModelVersion(registered.id(), metadata(MODEL, "1"), false));
        assertThat(versions.find(registered.id())).contains(registered);
        assertThat(versions.findActive(MODEL)).isEmpty();
    }

    @Test
    void aVersionCannotBeRegisteredAgain() {
        ModelVersion first = registry.register(metadata(MODEL, "1"));

        assertThatThrownBy(() -> registry.register(metadata(MODEL, "1", Optional.empty())))
                .isInstanceOf(AlreadyExists.class)
                .hasMessage("model rul-lstm version 1 already exists; register it under another version");
        assertThat(versions.list(MODEL, Page.first(10))).containsExactly(first);
    }

    @Test
    void activatingAVersionDeactivatesThePreviousOne() {
        ModelVersion first = registry.register(metadata(MODEL, "1"));
        ModelVersion second = registry.register(metadata(MODEL, "2"));

        assertThat(registry.activate(first.id(), "kim")).isEqualTo(first.activate());
        clock.advance(Duration.ofHours(1));
        assertThat(registry.activate(second.id(), "lee")).isEqualTo(second.activate());

        assertThat(versions.findActive(MODEL)).contains(second.activate());
        assertThat(versions.find(first.id())).contains(first);
        assertThat(versions.listActivations(MODEL, Page.first(10)))
                .extracting(ModelActivation::version, ModelActivation::at, ModelActivation::by)
                .containsExactly(
                        activation(second, NOON.plus(Duration.ofHours(1)), "lee"), activation(first, NOON, "kim"));
    }

    @Test
    void modelsAreActivatedIndependently() {
        ModelVersion one = registry.register(metadata(MODEL, "1"));
        ModelVersion other = registry.register(metadata(new ModelName("anomaly-ewma"), "1"));

        registry.activate(one.id(), "kim");
        registry.activate(other.id(), "kim");

        assertThat(versions.listActive(10)).containsExactly(other.activate(), one.activate());
    }

    @Test
    void anActiveVersionCannotBeActivated() {
        ModelVersion version = registry.register(metadata(MODEL, "1"));
        registry.activate(version.id(), "kim");

        assertThatThrownBy(() -> registry.activate(version.id(), "lee"))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("model rul-lstm version 1 is active and cannot become active");
        assertThat(versions.listActivations(MODEL, Page.first(10))).hasSize(1);
    }

    @Test
    void aConcurrentActivationOfAnotherVersionIsReported() {
        ModelVersion requested = registry.register(metadata(MODEL, "1"));
        ModelVersion other = registry.register(metadata(MODEL, "2"));
        ModelRegistry second = new ModelRegistry(
                ConcurrentCaller.before(
                        "activate", ModelVersions.class, versions, () -> registry.activate(other.id(), "lee")),
                clock);

        assertThatThrownBy(() -> second.activate(requested.id(), "kim"))
                .isInstanceOf(ActivationConflict.class)
                .hasMessage("model rul-lstm version 1 is inactive and cannot become active:"
                        + " version 2 was activated at the same time");
        assertThat(versions.findActive(MODEL)).contains(other.activate());
    }

    @Test
    void aConcurrentActivationOfTheSameVersionIsReported() {
        ModelVersion requested = registry.register(metadata(MODEL, "1"));
        ModelRegistry second = new ModelRegistry(
                ConcurrentCaller.before(
                        "activate", ModelVersions.class, versions, () -> registry.activate(requested.id(), "lee")),
                clock);

        assertThatThrownBy(() -> second.activate(requested.id(), "kim"))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("model rul-lstm version 1 is active and cannot become active");
        assertThat(versions.listActivations(MODEL, Page.first(10)))
                .extracting(ModelActivation::by)
                .containsExactly(Optional.of("lee"));
    }

    @Test
    void rollBackActivatesThePreviousVersion() {
        List<ModelVersion> three = List.of(
                registry.register(metadata(MODEL, "1")),
                registry.register(metadata(MODEL, "2")),
                registry.register(metadata(MODEL, "3")));
        three.forEach(version -> registry.activate(version.id(), "kim"));

        ModelVersion previous = registry.rollBack(MODEL, "lee");

        assertThat(previous).isEqualTo(three.get(1).activate());
        assertThat(versions.findActive(MODEL)).contains(previous);
        assertThat(versions.listActivations(MODEL, Page.first(10))).hasSize(4);
    }

    @Test
    void theFirstVersionCannotBeRolledBack() {
        registry.activate(registry.register(metadata(MODEL, "1")).id(), "kim");

        assertThatThrownBy(() -> registry.rollBack(MODEL, "kim"))
                .isInstanceOf(NoPreviousVersion.class)
                .hasMessage("cannot roll back model rul-lstm: it has no earlier active version");
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> registry.activate(new ModelVersionId(404), "kim"))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no model version 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
    void aDigestHas64HexadecimalDigits(String sha256) {
        assertThatThrownBy(() -> new ArtefactDigest(sha256))
                .isInstanceOf(InvalidField.class)
                .hasMessage("artifact_sha256 must be 64 hexadecimal digits in lower case");
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new ModelName("")).hasMessage("model_name must be 1 to 100 characters");
        assertThatThrownBy(() -> new ModelName("x".repeat(101)))
                .hasMessage("model_name must be at most 100 characters");
        assertThatThrownBy(() -> metadata(MODEL, "")).hasMessage("version must be 1 to 50 characters");
        assertThatThrownBy(() -> metadata(MODEL, "x".repeat(51))).hasMessage("version must be at most 50 characters");
        assertThatThrownBy(() -> metadata(MODEL, "1", Optional.of(NOON.plusNanos(1))))
                .hasMessage("training_date must not be finer than a microsecond");
        assertThatThrownBy(() -> registry.activate(
                        registry.register(metadata(MODEL, "1")).id(), ""))
                .hasMessage("activated_by must be 1 to 100 characters");
    }

    private static Tuple activation(ModelVersion version, Instant at, String by) {
        return tuple(version.id(), at, Optional.of(by));
    }
}
