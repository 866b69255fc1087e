package derrick.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.sensor.Channel;
import derrick.domain.simulation.GroundTruth.FaultKind;
import derrick.domain.simulation.GroundTruth.SensorFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the effect of each fault on a channel with the values 1, 2, 3 and so on, for a day. */
class FaultySensorsTest {
    private static final int DAY_S = 24 * 3600;
    private static final List<Second> DAY = day();

    private record Second(double actual, Optional<Double> shown, Optional<SensorFault> fault) {}

    @Test
    void aDropoutIsAGap() {
        assertThat(during(FaultKind.DROPOUT)).isNotEmpty().allMatch(second -> second.shown.isEmpty());
    }

    @Test
    void aSaturatedSensorShowsItsLargestValue() {
        assertThat(during(FaultKind.SATURATED))
                .isNotEmpty()
                .allMatch(second -> second.shown.equals(Optional.of(32_767.0)));
    }

    @Test
    void aFrozenSensorRepeatsItsFirstValue() {
        List<Second> frozen = during(FaultKind.FROZEN);

        for (int i = 0; i < frozen.size(); i++) {
            boolean first = i == 0 || frozen.get(i).actual > frozen.get(i - 1).actual + 1;
            double shown = frozen.get(i).shown.orElseThrow();
            assertThat(shown)
                    .isEqualTo(
                            first
                                    ? frozen.get(i).actual
                                    : frozen.get(i - 1).shown.orElseThrow());
        }
        assertThat(frozen).hasSizeGreaterThan(1000);
    }

    @Test
    void aSpikeIsHighAndShort() {
        assertThat(longest(FaultKind.SPIKE)).isBetween(1, 2);
        assertThat(during(FaultKind.SPIKE)).allMatch(second -> error(second) > 20);
    }

    @Test
    void aBiasLastsForMinutes() {
        assertThat(longest(FaultKind.BIAS)).isGreaterThan(240);
        assertThat(during(FaultKind.BIAS)).allMatch(second -> error(second) >= 9);
    }

    @Test
    void withoutAFaultValuesAreUnchangedMostOfTheTime() {
        List<Second> withoutFault =
                DAY.stream().filter(second -> second.fault.isEmpty()).toList();

        assertThat(withoutFault).hasSizeGreaterThan(DAY_S / 2).allMatch(second -> error(second) == 0);
    }

    private static double error(Second second) {
        return second.shown.orElseThrow() - second.actual;
    }

    private static List<Second> during(FaultKind kind) {
        return DAY.stream()
                .filter(second ->
                        second.fault.filter(fault -> fault.kind() == kind).isPresent())
                .toList();
    }

    /** Returns the duration of the longest fault of a kind, in seconds. */
    private static int longest(FaultKind kind) {
        int longest = 0;
        int duration = 0;
        for (Second second : DAY) {
            duration = second.fault.filter(fault -> fault.kind() == kind).isPresent() ? duration + 1 : 0;
            longest = Math.max(longest, duration);
        }
        return longest;
    }

    /** Returns for each second the channel with the fault, or torque without one. */
    private static List<Second> day() {
        FaultySensors sensors = new FaultySensors(new SeededRandom(7));
        List<Second> day = new ArrayList<>();
        for (double actual = 1; actual <= DAY_S; actual++) {
            double reading = actual;
            Map<Channel, Double> shown = new EnumMap<>(
                    Channel.ALL.stream().collect(Collectors.toMap(Function.identity(), channel -> reading)));
            sensors.apply(shown);
            Channel channel = sensors.currentFault().map(SensorFault::channel).orElse(Channel.TORQUE);
            day.add(new Second(actual, Optional.ofNullable(shown.get(channel)), sensors.currentFault()));
        }
        return day;
    }
}
