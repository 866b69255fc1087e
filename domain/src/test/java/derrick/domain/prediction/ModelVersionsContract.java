package derrick.domain.prediction;

import static derrick.domain.prediction.ModelVersionSamples.NOON;
import static derrick.domain.prediction.ModelVersionSamples.freshModel;
import static derrick.domain.prediction.ModelVersionSamples.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link ModelVersions} passes. Tests do not depend on other stored rows. */
public interface ModelVersionsContract {
    /** Returns the adapter under test. */
    ModelVersions versions();

    @Test
    default void aVersionOfEveryKindIsReadAsItWasStored() {
        List<ModelVersion> everyKind = ModelVersionSamples.everyKind(versions()::nextId, freshModel());

        assertThat(everyKind)
                .allSatisfy(version -> assertThat(versions().add(version)).isTrue());

        assertThat(everyKind)
                .allSatisfy(version -> assertThat(versions().find(version.id())).contains(version));
    }

    @Test
    default void idsOfVersionsAndActivationsAreReturnedOnce() {
        List<ModelVersionId> ids = Stream.generate(versions()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(versions().find(ids.get(0))).isEmpty();
        assertThat(Stream.generate(versions()::nextActivationId).limit(20)).doesNotHaveDuplicates();
    }

    @Test
    default void theNameOfAVersionIsUniqueInItsModel() {
        ModelVersion first = addNew(freshModel(), "1");
        ModelVersion second =
                new ModelVersion(versions().nextId(), metadata(first.metadata().model(), "1", Optional.empty()), false);

        assertThat(versions().add(second)).isFalse();

        assertThat(versions().find(second.id())).isEmpty();
        assertThat(versions().find(first.id())).contains(first);
        assertThat(addNew(freshModel(), "1").metadata().version()).isEqualTo("1");
    }

    @Test
    default void versionsAreReadPageByPageLastTrainedFirst() {
        ModelName model = freshModel();
        List<ModelVersion> added = new ArrayList<>();
        for (int second : new int[] {3, -1, 1, 2, -1, 2, 4}) {
            Optional<Instant> trainedAt = Optional.of(NOON.plusSeconds(second)).filter(time -> second >= 0);
            added.add(add(metadata(model, "v" + added.size(), trainedAt)));
            addNew(freshModel(), "v");
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        assertThat(Pages.all(2, page -> versions().list(model, page), ModelVersion::cursor))
                .isEqualTo(added);
        assertThat(versions().list(model, Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    @Test
    default void aModelHasOneActiveVersion() {
        ModelName model = freshModel();
        ModelVersion first = addNew(model, "1");
        ModelVersion second = addNew(model, "2");
        assertThat(versions().findActive(model)).isEmpty();

        assertThat(versions().activate(activation(first, 1), Optional.empty())).isTrue();
        assertThat(versions().findActive(model)).contains(first.activate());

        assertThat(versions().activate(activation(second, 2), Optional.of(first.id())))
                .isTrue();
        assertThat(versions().findActive(model)).contains(second.activate());
        assertThat(versions().find(first.id())).contains(first);
        assertThat(versions().find(second.id())).contains(second.activate());
    }

    @Test
    default void aConcurrentActivationIsNotOverwritten() {
        ModelName model = freshModel();
        ModelVersion first = addNew(model, "1");
        ModelVersion second = addNew(model, "2");
        ModelVersion third = addNew(model, "3");
        assertThat(versions().activate(activation(first, 1), Optional.of(second.id())))
                .isFalse();
        assertThat(versions().findActive(model)).isEmpty();
        ModelActivation activation = activation(first, 2);
        versions().activate(activation, Optional.empty());

        assertThat(versions().activate(activation(third, 3), Optional.empty())).isFalse();
        assertThat(versions().activate(activation(third, 4), Optional.of(second.id())))
                .isFalse();
        assertThat(versions().activate(activation(first, 5), Optional.of(first.id())))
                .isFalse();

        assertThat(versions().findActive(model)).contains(first.activate());
        assertThat(versions().list(model, Page.first(10)))
                .filteredOn(ModelVersion::active)
                .hasSize(1);
        assertThat(versions().listActivations(model, Page.first(10))).containsExactly(activation);
    }

    @Test
    default void onlyAVersionOfTheModelIsActivated() {
        ModelVersion active = addNew(freshModel(), "1");
        versions().activate(activation(active, 1), Optional.empty());
        ModelVersion unknown =
                new ModelVersion(versions().nextId(), metadata(active.metadata().model(), "2"), false);
        ModelVersion other = addNew(freshModel(), "1");
        ModelActivation ofOtherModel = new ModelActivation(
                versions().nextActivationId(), active.metadata().model(), other.id(), NOON, Optional.empty());

        assertThat(versions().activate(activation(unknown, 2), Optional.of(active.id())))
                .isFalse();
        assertThat(versions().activate(ofOtherModel, Optional.of(active.id()))).isFalse();

        assertThat(versions().findActive(active.metadata().model())).contains(active.activate());
        assertThat(versions().find(other.id())).contains(other);
    }

    @Test
    default void activationsAreReadPageByPageNewestFirst() {
        ModelName model = freshModel();
        List<ModelVersion> pair = List.of(addNew(model, "1"), addNew(model, "2"));
        List<ModelActivation> expected = new ArrayList<>();
        Optional<ModelVersionId> active = Optional.empty();
        for (int second : new int[] {1, 2, 2, 2, 3}) {
            ModelVersion next = pair.get(expected.size() % 2);
            ModelActivation activation = activation(next, second);
            assertThat(versions().activate(activation, active)).isTrue();
            active = Optional.of(next.id());
            expected.add(0, activation);
        }

        assertThat(Pages.all(2, page -> versions().listActivations(model, page), ModelActivation::cursor))
                .isEqualTo(expected);
        assertThat(versions().listActivations(freshModel(), Page.first(10))).isEmpty();
    }

    @Test
    default void anActivationIsReadAsItWasStored() {
        ModelVersion version = addNew(freshModel(), "1");
        ModelActivation activation = new ModelActivation(
                versions().nextActivationId(),
                version.metadata().model(),
                version.id(),
                NOON.plusNanos(1000),
                Optional.of("𝄞".repeat(100)));
        versions().activate(activation, Optional.empty());

        assertThat(versions().listActivations(version.metadata().model(), Page.first(1)))
                .containsExactly(activation);
    }

    @Test
    default void theActiveVersionsOfAllModelsAreListed() {
        ModelName first = freshModel();
        ModelVersion other = addNew(freshModel(), "1");
        ModelVersion none = addNew(freshModel(), "1");
        ModelVersion one = addNew(first, "1");
        versions().activate(activation(other, 1), Optional.empty());
        versions().activate(activation(one, 1), Optional.empty());

        List<ModelVersion> active = versions().listActive(1000);

        assertThat(active).containsSubsequence(one.activate(), other.activate()).doesNotContain(none);
        assertThat(active).allMatch(ModelVersion::active);
        assertThat(versions().listActive(1)).hasSize(1);
    }

    private ModelVersion addNew(ModelName model, String version) {
        return add(metadata(model, version));
    }

    private ModelVersion add(ModelMetadata metadata) {
        ModelVersion version = new ModelVersion(versions().nextId(), metadata, false);
        versions().add(version);
        return version;
    }

    private ModelActivation activation(ModelVersion version, int second) {
        return new ModelActivation(
                versions().nextActivationId(),
                version.metadata().model(),
                version.id(),
                NOON.plusSeconds(second),
                Optional.empty());
    }
}
