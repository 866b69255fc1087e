package derrick.domain.prediction;

import static derrick.domain.prediction.RulPredictionSamples.NOON;
import static derrick.domain.prediction.RulPredictionSamples.plain;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.sensor.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link RulPredictions} passes. Tests do not depend on other stored rows. */
public interface RulPredictionsContract {
    /** Returns the adapter under test. */
    RulPredictions predictions();

    @Test
    default void aPredictionOfEveryKindIsReadAsItWasStored() {
        List<RulPrediction> everyKind = RulPredictionSamples.everyKind(predictions()::nextId, RigSamples.fresh());
        everyKind.forEach(predictions()::add);

        assertThat(everyKind)
                .allSatisfy(prediction ->
                        assertThat(predictions().find(prediction.id())).contains(prediction));
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<RulPredictionId> ids =
                Stream.generate(predictions()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(predictions().find(ids.get(0))).isEmpty();
    }

    @Test
    default void aRigsPredictionsAreReadPageByPageNewestFirst() {
        RigId rig = RigSamples.fresh();
        List<RulPrediction> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(plain(predictions().nextId(), rig, NOON.plusSeconds(second))));
            addNew(plain(predictions().nextId(), RigSamples.fresh(), NOON.plusSeconds(second)));
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        assertThat(Pages.all(2, page -> predictions().list(TimeRange.whole(rig), page), RulPrediction::cursor))
                .isEqualTo(added);
        assertThat(predictions().list(TimeRange.whole(rig), Page.after(PageCursor.OLDEST, 10)))
                .isEmpty();
    }

    @Test
    default void aTimeRangeIncludesItsStartAndExcludesItsEnd() {
        RigId rig = RigSamples.fresh();
        RulPrediction before = addNew(plain(predictions().nextId(), rig, NOON.minusNanos(1000)));
        RulPrediction start = addNew(plain(predictions().nextId(), rig, NOON));
        RulPrediction last = addNew(plain(predictions().nextId(), rig, NOON.plusSeconds(9)));
        RulPrediction end = addNew(plain(predictions().nextId(), rig, NOON.plusSeconds(10)));

        TimeRange span = new TimeRange(rig, start.predictedAt(), end.predictedAt());

        assertThat(predictions().list(span, Page.first(10))).containsExactly(last, start);
        assertThat(predictions().list(TimeRange.whole(rig), Page.first(10))).containsExactly(end, last, start, before);
    }

    @Test
    default void aFailureIsStoredWithThePrediction() {
        RulPrediction stale = addNew(plain(predictions().nextId(), RigSamples.fresh(), NOON));
        RulPrediction failed = stale.withFailure(NOON.plusSeconds(1));

        assertThat(predictions().replace(stale, failed)).isTrue();

        assertThat(predictions().find(stale.id())).contains(failed);
    }

    @Test
    default void aRecordedFailureIsNotOverwritten() {
        RulPrediction stale = addNew(plain(predictions().nextId(), RigSamples.fresh(), NOON));
        RulPrediction failed = stale.withFailure(NOON.plusSeconds(1));
        predictions().replace(stale, failed);

        assertThat(predictions().replace(stale, stale.withFailure(NOON.plusSeconds(2))))
                .isFalse();

        assertThat(predictions().find(stale.id())).contains(failed);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        RulPrediction unknown = plain(predictions().nextId(), RigSamples.fresh(), NOON);

        assertThat(predictions().replace(unknown, unknown.withFailure(NOON))).isFalse();
        assertThat(predictions().find(unknown.id())).isEmpty();
    }

    private RulPrediction addNew(RulPrediction prediction) {
        predictions().add(prediction);
        return prediction;
    }
}
