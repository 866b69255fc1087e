package derrick.domain.sensor;

import static derrick.domain.sensor.SensorSamples.NOON;
import static derrick.domain.sensor.SensorSamples.deepeningRecords;
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

/** The part of {@link SensorRecordsContract} about queries. */
interface SensorRecordsQueryContract {
    /** Returns the adapter under test. */
    SensorRecords records();

    @Test
    default void aTimeRangeIncludesItsStartAndExcludesItsEnd() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> stored = deepeningRecords(rig, 10);
        records().store(stored);

        assertThat(records().list(secondsFromNoon(rig, 3, 6), 100)).isEqualTo(stored.subList(3, 6));
        assertThat(collected(secondsFromNoon(rig, 3, 6))).isEqualTo(stored.subList(3, 6));
    }

    @Test
    default void aTimeRangeMayHaveNanosecondsAndExceedAllRecords() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> stored = deepeningRecords(rig, 2);
        records().store(stored);
        Instant atFirst = NOON;
        Instant nextToFirst = NOON.plusNanos(1);
        Instant farBefore = Instant.parse("0001-01-01T00:00:00Z");
        Instant farAfter = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThat(records().list(new TimeRange(rig, atFirst, farAfter), 9)).isEqualTo(stored);
        assertThat(records().list(new TimeRange(rig, nextToFirst, farAfter), 9)).isEqualTo(stored.subList(1, 2));
        assertThat(records().list(new TimeRange(rig, farBefore, nextToFirst), 9))
                .isEqualTo(stored.subList(0, 1));
        assertThat(records().list(new TimeRange(rig, farBefore, atFirst), 9)).isEmpty();
    }

    @Test
    default void anEmptyTimeRangeHasNoRecords() {
        RigId rig = SensorSamples.freshRig();
        records().store(deepeningRecords(rig, 10));

        assertThat(records().list(secondsFromNoon(rig, 3, 3), 100)).isEmpty();
        assertThat(collected(secondsFromNoon(rig, 3, 3))).isEmpty();
    }

    @Test
    default void aLimitKeepsTheEarliestRecords() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> stored = deepeningRecords(rig, 10);
        records().store(stored);

        assertThat(records().list(TimeRange.whole(rig), 4)).isEqualTo(stored.subList(0, 4));
        assertThat(records().list(TimeRange.whole(rig), 10)).isEqualTo(stored);
        assertThat(records().list(TimeRange.whole(rig), 0)).isEmpty();
    }

    @Test
    default void recordsAreOrderedByTimeNotByInsertion() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> stored = deepeningRecords(rig, 100);
        List<SensorRecord> shuffled = new ArrayList<>(stored);
        Collections.shuffle(shuffled, new Random(1));
        records().store(shuffled.subList(0, 50));
        records().store(shuffled.subList(50, 100));

        assertThat(records().list(TimeRange.whole(rig), 100)).isEqualTo(stored);
        assertThat(collected(TimeRange.whole(rig))).isEqualTo(stored);
    }

    @Test
    default void aLongTimeRangeIsReadCompletely() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> stored = deepeningRecords(rig, 10_000);
        records().store(stored);

        assertThat(collected(TimeRange.whole(rig))).isEqualTo(stored);
    }

    @Test
    default void theRecordsOfOtherRigsAreExcluded() {
        RigId withRecords = SensorSamples.freshRig();
        RigId withoutRecords = SensorSamples.freshRig();
        RigId longerName = new RigId(withRecords.value() + "0");
        records().store(deepeningRecords(withRecords, 3));

        for (RigId other : List.of(withoutRecords, longerName)) {
            assertThat(records().list(TimeRange.whole(other), 100)).isEmpty();
            assertThat(collected(TimeRange.whole(other))).isEmpty();
            assertThat(records().findLatest(other)).isEmpty();
        }
    }

    @Test
    default void recordsStoredWhileReadingAreNotRead() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> before = deepeningRecords(rig, 5000);
        records().store(before);
        List<SensorRecord> consumed = new ArrayList<>();

        records().forEach(TimeRange.whole(rig), record -> {
            if (consumed.isEmpty()) {
                records().store(List.of(depth(rig, NOON.plusSeconds(9000), 1)));
            }
            consumed.add(record);
        });

        assertThat(consumed).isEqualTo(before);
        assertThat(collected(TimeRange.whole(rig))).hasSize(5001);
    }

    @Test
    default void anExceptionOfTheConsumerStopsTheReading() {
        RigId rig = SensorSamples.freshRig();
        records().store(deepeningRecords(rig, 3));
        List<SensorRecord> consumed = new ArrayList<>();

        assertThatThrownBy(() -> records().forEach(TimeRange.whole(rig), record -> {
                    consumed.add(record);
                    throw new UnsupportedOperationException("enough");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("enough");

        assertThat(consumed).hasSize(1);
    }

    @Test
    default void theLatestRecordIsTheLastByTimeNotByInsertion() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON.plusSeconds(5), 5)));
        records().store(List.of(depth(rig, NOON, 0)));

        assertThat(records().findLatest(rig)).contains(depth(rig, NOON.plusSeconds(5), 5));
    }

    @Test
    default void theLatestRecordsAreOrderedByRig() {
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

    private List<SensorRecord> collected(TimeRange range) {
        List<SensorRecord> consumed = new ArrayList<>();
        records().forEach(range, consumed::add);
        return consumed;
    }
}
