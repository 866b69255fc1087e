package derrick.domain.prediction;

import static derrick.domain.prediction.AnomalyDetectionSamples.NOON;
import static derrick.domain.prediction.AnomalyDetectionSamples.open;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.sensor.TimeRange;
import derrick.domain.testing.SealedSubtypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link AnomalyDetections} passes. Tests do not depend on other stored rows. */
public interface AnomalyDetectionsContract {
    /** Returns the adapter under test. */
    AnomalyDetections detections();

    @Test
    default void aDetectionOfEveryKindIsReadAsItWasStored() {
        List<AnomalyDetection> everyKind = AnomalyDetectionSamples.everyKind(detections()::nextId, RigSamples.fresh());
        everyKind.forEach(detections()::add);

        assertThat(everyKind)
                .allSatisfy(detection ->
                        assertThat(detections().find(detection.id())).contains(detection));
        SealedSubtypes.assertAllPresent(
                everyKind.stream().map(AnomalyDetection::investigation).toList(), Investigation.class);
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<AnomalyDetectionId> ids =
                Stream.generate(detections()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(detections().find(ids.get(0))).isEmpty();
    }

    @Test
    default void aRigsDetectionsAreReadPageByPageNewestFirst() {
        RigId rig = RigSamples.fresh();
        List<AnomalyDetection> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(open(detections().nextId(), rig, NOON.plusSeconds(second))));
            addNew(open(detections().nextId(), RigSamples.fresh(), NOON.plusSeconds(second)));
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        assertThat(Pages.all(2, page -> detections().list(TimeRange.whole(rig), page), AnomalyDetection::cursor))
                .isEqualTo(added);
        assertThat(detections().list(TimeRange.whole(rig), Page.after(PageCursor.OLDEST, 10)))
                .isEmpty();
    }

    @Test
    default void aTimeRangeIncludesItsStartAndExcludesItsEnd() {
        RigId rig = RigSamples.fresh();
        AnomalyDetection before = addNew(open(detections().nextId(), rig, NOON.minusNanos(1000)));
        AnomalyDetection start = addNew(open(detections().nextId(), rig, NOON));
        AnomalyDetection last = addNew(open(detections().nextId(), rig, NOON.plusSeconds(9)));
        AnomalyDetection end = addNew(open(detections().nextId(), rig, NOON.plusSeconds(10)));

        assertThat(detections().list(new TimeRange(rig, start.time(), end.time()), Page.first(10)))
                .containsExactly(last, start);
        assertThat(detections().list(TimeRange.whole(rig), Page.first(10))).containsExactly(end, last, start, before);
    }

    @Test
    default void openAnomaliesOfAllRigsAreReadNewestFirst() {
        AnomalyDetection older = addNew(open(detections().nextId(), RigSamples.fresh(), NOON));
        AnomalyDetection closed = addNew(open(detections().nextId(), RigSamples.fresh(), NOON));
        detections().replace(closed, closed.investigate("a test of the pump"));
        AnomalyDetection ordinary = ordinary(RigSamples.fresh());
        AnomalyDetection newer = addNew(open(detections().nextId(), RigSamples.fresh(), NOON.plusSeconds(1)));

        List<AnomalyDetection> all = Pages.all(2, detections()::listOpenAnomalies, AnomalyDetection::cursor);

        assertThat(all).containsSubsequence(newer, older).doesNotContain(ordinary);
        assertThat(all).extracting(AnomalyDetection::id).doesNotContain(closed.id());
        assertThat(all).isSortedAccordingTo((one, other) -> other.cursor().compareTo(one.cursor()));
    }

    @Test
    default void anOpenDetectionIsReplacedByAnInvestigatedOne() {
        for (Investigation investigation : AnomalyDetectionSamples.everyInvestigation()) {
            AnomalyDetection before = addNew(open(detections().nextId(), RigSamples.fresh(), NOON));
            AnomalyDetection after = at(before, investigation);

            assertThat(detections().replace(before, after)).isTrue();

            assertThat(detections().find(before.id())).contains(after);
        }
    }

    @Test
    default void aSecondInvestigationIsNotStored() {
        AnomalyDetection stale = addNew(open(detections().nextId(), RigSamples.fresh(), NOON));
        AnomalyDetection investigated = stale.investigate("washout");
        detections().replace(stale, investigated);

        assertThat(detections().replace(stale, stale.investigate("pack-off"))).isFalse();

        assertThat(detections().find(stale.id())).contains(investigated);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        AnomalyDetection unknown = open(detections().nextId(), RigSamples.fresh(), NOON);

        assertThat(detections().replace(unknown, unknown.investigate("nothing")))
                .isFalse();
        assertThat(detections().find(unknown.id())).isEmpty();
    }

    private AnomalyDetection addNew(AnomalyDetection detection) {
        detections().add(detection);
        return detection;
    }

    private AnomalyDetection ordinary(RigId rig) {
        return addNew(new AnomalyDetection(
                detections().nextId(),
                rig,
                NOON,
                false,
                new AnomalyScore(0.1),
                List.of(),
                AnomalySeverity.LOW,
                Optional.empty(),
                new Investigation.Open()));
    }

    private static AnomalyDetection at(AnomalyDetection detection, Investigation investigation) {
        return new AnomalyDetection(
                detection.id(),
                detection.rig(),
                detection.time(),
                detection.anomaly(),
                detection.score(),
                detection.affectedParameters(),
                detection.severity(),
                detection.description(),
                investigation);
    }
}
