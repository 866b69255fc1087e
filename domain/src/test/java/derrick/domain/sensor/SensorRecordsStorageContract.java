package derrick.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of {@link SensorRecordsContract} about stored values. */
interface SensorRecordsStorageContract {
    /** Returns the adapter under test. */
    SensorRecords records();

    @Test
    default void aRecordOfEveryKindIsReadAsItWasStored() {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> everyKind = SensorSamples.everyKind(rig);

        assertThat(records().store(everyKind)).hasSameSizeAs(everyKind).containsOnly(IngestOutcome.STORED);

        assertThat(all(rig)).isEqualTo(orderedByTime(everyKind));
    }

    @ParameterizedTest
    @MethodSource("derrick.domain.sensor.SensorSamples#seeds")
    default void anyRecordIsReadAsItWasStored(long seed) {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> random = SensorSamples.random(seed, rig, 500);

        assertThat(records().store(random)).containsOnly(IngestOutcome.STORED);

        assertThat(all(rig)).as("seed %d", seed).isEqualTo(random);
    }

    @Test
    default void everyBitOfAValueIsStored() {
        RigId rig = SensorSamples.freshRig();
        double[] values = {-0.0, Double.MIN_VALUE, 0.1 + 0.2, Math.nextDown(Double.MIN_NORMAL), Double.MAX_VALUE};
        for (int second = 0; second < values.length; second++) {
            records().store(List.of(SensorSamples.depth(rig, SensorSamples.NOON.plusSeconds(second), values[second])));
        }

        assertThat(all(rig))
                .extracting(record -> Double.doubleToRawLongBits(
                        record.readings().get(Channel.DEPTH).orElseThrow()))
                .containsExactlyElementsOf(Arrays.stream(values)
                        .mapToObj(Double::doubleToRawLongBits)
                        .toList());
    }

    @Test
    default void aGapRemainsAGap() {
        RigId rig = SensorSamples.freshRig();
        records().store(List.of(SensorSamples.depth(rig, SensorSamples.NOON, 0.0)));

        Readings readings = records().findLatest(rig).orElseThrow().readings();

        assertThat(Channel.values()).filteredOn(readings::has).containsExactly(Channel.DEPTH);
    }

    @Test
    default void timesAMicrosecondApartAreDifferentRecords() {
        RigId rig = SensorSamples.freshRig();
        Instant first = Instant.parse("2026-03-29T00:59:59.999999Z");
        Instant second = Instant.parse("2026-03-29T01:00:00Z");

        records().store(List.of(SensorSamples.depth(rig, first, 1), SensorSamples.depth(rig, second, 2)));

        assertThat(all(rig)).extracting(SensorRecord::time).containsExactly(first, second);
    }

    @Test
    default void aFailedBatchStoresNothing() {
        RigId rig = SensorSamples.freshRig();
        SensorRecord valid = SensorSamples.depth(rig, SensorSamples.NOON, 1);

        assertThatThrownBy(() -> records().store(Arrays.asList(valid, null, valid)))
                .isInstanceOf(NullPointerException.class);

        assertThat(all(rig)).isEmpty();
    }

    private List<SensorRecord> all(RigId rig) {
        return records().list(TimeRange.whole(rig), Integer.MAX_VALUE);
    }

    private static List<SensorRecord> orderedByTime(List<SensorRecord> records) {
        return records.stream().sorted(Comparator.comparing(SensorRecord::time)).toList();
    }
}
