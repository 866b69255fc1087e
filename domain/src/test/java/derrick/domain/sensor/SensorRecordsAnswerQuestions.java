package derrick.domain.sensor;

import static derrick.domain.sensor.SensorSamples.NOON;
import static derrick.domain.sensor.SensorSamples.deepening;
import static derrick.domain.sensor.SensorSamples.depth;
import static derrick.domain.sensor.SensorSamples.secondsFromNoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept is found again: by rig, by time, the last of each. */
interface SensorRecordsAnswerQuestions {
    /** Returns the adapter under test. */
    SensorRecords records();

    @Test
    default void aSpanHoldsItsStartAndNotItsEnd() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> kept = deepening(rig, 10);
        records().store(kept);

        assertThat(records().list(secondsFromNoon(rig, 3, 6), 100)).isEqualTo(kept.subList(3, 6));
        assertThat(collected(secondsFromNoon(rig, 3, 6))).isEqualTo(kept.subList(3, 6));
    }

    @Test
    default void aSpanMayBeCutFinerThanAMicrosecondAndReachBeyondAllRecords() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> kept = deepening(rig, 2);
        records().store(kept);
        Instant atFirst = NOON;
        Instant nextToFirst = NOON.plusNanos(1);
        Instant wayBefore = Instant.parse("0001-01-01T00:00:00Z");
        Instant wayAfter = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThat(records().list(new TimeRange(rig, atFirst, wayAfter), 9)).isEqualTo(kept);
        assertThat(records().list(new TimeRange(rig, nextToFirst, wayAfter), 9)).isEqualTo(kept.subList(1, 2));
        assertThat(records().list(new TimeRange(rig, wayBefore, nextToFirst), 9))
                .isEqualTo(kept.subList(0, 1));
        assertThat(records().list(new TimeRange(rig, wayBefore, atFirst), 9)).isEmpty();
    }

    @Test
    default void anEmptySpanHoldsNothing() {
        RigId rig = SensorSamples.freshRig();
        records().store(deepening(rig, 10));

        assertThat(records().list(secondsFromNoon(rig, 3, 3), 100)).isEmpty();
        assertThat(collected(secondsFromNoon(rig, 3, 3))).isEmpty();
    }

    @Test
    default void aLimitLeavesTheEarliest() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> kept = deepening(rig, 10);
        records().store(kept);

        assertThat(records().list(TimeRange.whole(rig), 4)).isEqualTo(kept.subList(0, 4));
        assertThat(records().list(TimeRange.whole(rig), 10)).isEqualTo(kept);
        assertThat(records().list(TimeRange.whole(rig), 0)).isEmpty();
    }

    @Test
    default void recordsComeInTheOrderOfTimeWhateverTheOrderTheyWereStoredIn() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> kept = deepening(rig, 100);
        List<SensorRecord> shuffled = new ArrayList<>(kept);
        Collections.shuffle(shuffled, new Random(1));
        records().store(shuffled.subList(0, 50));
        records().store(shuffled.subList(50, 100));

        assertThat(records().list(TimeRange.whole(rig), 100)).isEqualTo(kept);
        assertThat(collected(TimeRange.whole(rig))).isEqualTo(kept);
    }

    @Test
    default void aLongSpanIsHandedOverWhole() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> kept = deepening(rig, 10_000);
        records().store(kept);

        assertThat(collected(TimeRange.whole(rig))).isEqualTo(kept);
    }

    @Test
    default void aRigDoesNotSeeWhatAnotherReported() {
        RigId reporting = SensorSamples.freshRig();
        RigId silent = SensorSamples.freshRig();
        RigId longerName = new RigId(reporting.value() + "0");
        records().store(deepening(reporting, 3));

        for (RigId other : List.of(silent, longerName)) {
            assertThat(records().list(TimeRange.whole(other), 100)).isEmpty();
            assertThat(collected(TimeRange.whole(other))).isEmpty();
            assertThat(records().findLatest(other)).isEmpty();
        }
    }

    @Test
    default void whatIsStoredMeanwhileIsNotHandedOver() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> before = deepening(rig, 5000);
        records().store(before);
        List<SensorRecord> taken = new ArrayList<>();

        records().forEach(TimeRange.whole(rig), record -> {
            if (taken.isEmpty()) {
                records().store(List.of(depth(rig, NOON.plusSeconds(9000), 1)));
            }
            taken.add(record);
        });

        assertThat(taken).isEqualTo(before);
        assertThat(collected(TimeRange.whole(rig))).hasSize(5001);
    }

    @Test
    default void aTakerThatHasHadEnoughStopsTheRest() {
        RigId rig = SensorSamples.freshRig();
        records().store(deepening(rig, 3));
        List<SensorRecord> taken = new ArrayList<>();

        assertThatThrownBy(() -> records().forEach(TimeRange.whole(rig), record -> {
                    taken.add(record);
                    throw new UnsupportedOperationException("enough");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("enough");

        assertThat(taken).hasSize(1);
    }

    @Test
    default void theLatestIsTheLastInTimeAndNotTheLastStored() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON.plusSeconds(5), 5)));
        records().store(List.of(depth(rig, NOON, 0)));

        assertThat(records().findLatest(rig)).contains(depth(rig, NOON.plusSeconds(5), 5));
    }

    @Test
    default void theLatestOfEachRigComesOnceInTheOrderOfTheirNames() {
        String prefix = SensorSamples.freshRig().value();
        List<SensorRecord> latest = Stream.of("", "-x", ".x", "10", "9", "B", "_x", "a", "b")
                .map(ending -> depth(new RigId(prefix + ending), NOON.plusSeconds(1), 1))
                .toList();
        List<SensorRecord> shuffled = new ArrayList<>(latest);
        latest.forEach(record -> shuffled.add(depth(record.rig(), NOON, 0)));
        Collections.shuffle(shuffled, new Random(1));
        records().store(shuffled);

        assertThat(records().listLatest(Optional.empty(), Integer.MAX_VALUE))
                .filteredOn(record -> record.rig().value().startsWith(prefix))
                .isEqualTo(latest);
        assertThat(records().listLatest(Optional.empty(), Integer.MAX_VALUE))
                .extracting(SensorRecord::rig)
                .doesNotHaveDuplicates();
        assertThat(records().listLatest(Optional.of(latest.get(2).rig()), 4)).isEqualTo(latest.subList(3, 7));
    }

    private List<SensorRecord> collected(TimeRange span) {
        List<SensorRecord> taken = new ArrayList<>();
        records().forEach(span, taken::add);
        return taken;
    }
}
