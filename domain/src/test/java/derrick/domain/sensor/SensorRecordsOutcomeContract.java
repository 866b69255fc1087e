package derrick.domain.sensor;

import static derrick.domain.sensor.IngestOutcome.CONFLICT;
import static derrick.domain.sensor.IngestOutcome.DUPLICATE;
import static derrick.domain.sensor.IngestOutcome.STORED;
import static derrick.domain.sensor.SensorSamples.NOON;
import static derrick.domain.sensor.SensorSamples.depth;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of {@link SensorRecordsContract} about outcomes, which are those of storing the records one by one. */
interface SensorRecordsOutcomeContract {
    /** Returns the adapter under test. */
    SensorRecords records();

    @Test
    default void anEmptyBatchHasNoOutcomes() {
        assertThat(records().store(List.of())).isEmpty();
        assertThat(records().preview(List.of())).isEmpty();
    }

    @Test
    default void theSameRecordAgainIsADuplicate() {
        SensorRecord record = depth(SensorSamples.freshRig(), NOON, 1);

        assertThat(records().store(List.of(record))).containsExactly(STORED);
        assertThat(records().store(List.of(record))).containsExactly(DUPLICATE);
    }

    @Test
    default void aDifferentRecordOfTheSameInstantIsAConflict() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON, 1)));

        assertThat(records().store(List.of(depth(rig, NOON, 2)))).containsExactly(CONFLICT);

        assertThat(all(rig)).containsExactly(depth(rig, NOON, 1));
    }

    @Test
    default void aDifferenceInAnyFieldIsAConflict() {
        RigId rig = SensorSamples.freshRig();
        Readings.Builder readings = new Readings.Builder();
        Stream.of(Channel.values()).forEach(channel -> readings.set(channel, 1));
        SensorRecord stored = SensorRecord.measured(rig, NOON, readings.build());
        List<SensorRecord> others = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            others.add(SensorRecord.measured(rig, NOON, readings.set(channel, 2).build()));
            readings.set(channel, 1);
            others.add(SensorRecord.measured(
                    rig, NOON, new Readings.Builder().set(channel, 1).build()));
        }
        others.add(new SensorRecord(rig, NOON, TimeSource.DERIVED, stored.readings(), stored.status()));
        others.add(new SensorRecord(rig, NOON, TimeSource.MEASURED, stored.readings(), new SensorStatus("Normal")));
        records().store(List.of(stored));

        for (SensorRecord other : others) {
            assertThat(records().store(List.of(other))).as("%s", other).containsExactly(CONFLICT);
        }
        assertThat(all(rig)).containsExactly(stored);
    }

    @Test
    default void minusZeroDiffersFromZero() {
        RigId rig = SensorSamples.freshRig();

        assertThat(records().store(List.of(depth(rig, NOON, 0.0)))).containsExactly(STORED);
        assertThat(records().store(List.of(depth(rig, NOON, -0.0)))).containsExactly(CONFLICT);
        assertThat(records().store(List.of(depth(rig, NOON, 0.0), depth(rig, NOON, -0.0))))
                .containsExactly(DUPLICATE, CONFLICT);
    }

    @Test
    default void theFirstRecordOfAnInstantInABatchIsStored() {
        RigId rig = SensorSamples.freshRig();

        assertThat(records().store(List.of(depth(rig, NOON, 1), depth(rig, NOON, 2), depth(rig, NOON, 1))))
                .containsExactly(STORED, CONFLICT, DUPLICATE);

        assertThat(all(rig)).containsExactly(depth(rig, NOON, 1));
    }

    @Test
    default void aStoredRecordPrecedesTheBatch() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON, 1)));

        assertThat(records().store(List.of(depth(rig, NOON, 2), depth(rig, NOON, 1), depth(rig, NOON, 2))))
                .containsExactly(CONFLICT, DUPLICATE, CONFLICT);
    }

    @Test
    default void outcomesHaveTheOrderOfTheBatch() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON, 1), depth(rig, NOON.plusSeconds(3), 1)));

        assertThat(records()
                        .store(List.of(
                                depth(rig, NOON.plusSeconds(9), 1),
                                depth(rig, NOON.plusSeconds(3), 1),
                                depth(rig, NOON.plusSeconds(1), 1),
                                depth(rig, NOON, 2))))
                .containsExactly(STORED, DUPLICATE, STORED, CONFLICT);

        assertThat(all(rig))
                .containsExactly(
                        depth(rig, NOON, 1),
                        depth(rig, NOON.plusSeconds(1), 1),
                        depth(rig, NOON.plusSeconds(3), 1),
                        depth(rig, NOON.plusSeconds(9), 1));
    }

    @Test
    default void twoRigsMayReportAtTheSameInstant() {
        RigId one = SensorSamples.freshRig();
        RigId other = SensorSamples.freshRig();

        assertThat(records().store(List.of(depth(other, NOON, 2), depth(one, NOON, 1))))
                .containsExactly(STORED, STORED);

        assertThat(all(one)).containsExactly(depth(one, NOON, 1));
        assertThat(all(other)).containsExactly(depth(other, NOON, 2));
    }

    @Test
    default void aPreviewReturnsTheOutcomesAndStoresNothing() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON, 1)));
        List<SensorRecord> batch = List.of(
                depth(rig, NOON.plusSeconds(1), 1),
                depth(rig, NOON, 2),
                depth(rig, NOON, 1),
                depth(rig, NOON.plusSeconds(1), 2));

        assertThat(records().preview(batch)).containsExactly(STORED, CONFLICT, DUPLICATE, CONFLICT);

        assertThat(all(rig)).containsExactly(depth(rig, NOON, 1));
        assertThat(records().store(batch)).containsExactly(STORED, CONFLICT, DUPLICATE, CONFLICT);
    }

    @Test
    default void previewedRecordsAreNotStoredLater() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(depth(rig, NOON, 1)));
        records().preview(List.of(depth(rig, NOON.plusSeconds(1), 1)));

        assertThat(records().store(List.of(depth(rig, NOON, 1), depth(rig, NOON.plusSeconds(2), 1))))
                .containsExactly(DUPLICATE, STORED);

        assertThat(all(rig)).containsExactly(depth(rig, NOON, 1), depth(rig, NOON.plusSeconds(2), 1));
    }

    @ParameterizedTest
    @MethodSource("derrick.domain.sensor.SensorSamples#seeds")
    default void batchesHaveTheOutcomesOfSingleRecords(long seed) {
        RigId rig = SensorSamples.freshRig();
        Random random = new Random(seed);
        SensorRecords oneByOne = new InMemorySensorRecords();
        for (int batchNumber = 0; batchNumber < 20; batchNumber++) {
            List<SensorRecord> batch = Stream.generate(
                            () -> depth(rig, NOON.plusSeconds(random.nextInt(60)), random.nextInt(3)))
                    .limit(random.nextInt(12))
                    .toList();
            List<IngestOutcome> expected = batch.stream()
                    .flatMap(record -> oneByOne.store(List.of(record)).stream())
                    .toList();

            assertThat(records().preview(batch)).as("seed %d", seed).isEqualTo(expected);
            assertThat(records().store(batch)).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(all(rig)).as("seed %d", seed).isEqualTo(oneByOne.list(TimeRange.whole(rig), Integer.MAX_VALUE));
    }

    private List<SensorRecord> all(RigId rig) {
        return records().list(TimeRange.whole(rig), Integer.MAX_VALUE);
    }
}
