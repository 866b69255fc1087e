package derrick.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.sensor.Channel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each fault does to a channel that reads 1, 2, 3 and so on, over a day. */
class FaultySensorsTest {
    private static final int DAY_S = 24 * 3600;
    private static final List<Second> DAY = day();

    private record Second(double actual, Optional<Double> shown, Optional<SensorFault> fault) {}

    @Test
    void aDropoutIsAGap() {
        assertThat(during(SensorFault.Kind.DROPOUT)).isNotEmpty().allMatch(second -> second.shown.isEmpty());
    }

    @Test
    void aFullCounterShowsTheMostThatItCan() {
        assertThat(during(SensorFault.Kind.SATURATED))
                .isNotEmpty()
                .allMatch(second -> second.shown.equals(Optional.of(32_767.0)));
    }

    @Test
    void aFrozenSensorShowsWhatItShowedAtFirst() {
        List<Second> frozen = during(SensorFault.Kind.FROZEN);

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
    void aSpikeIsHighAndOverAtOnce() {
        assertThat(longest(SensorFault.Kind.SPIKE)).isBetween(1, 2);
        assertThat(during(SensorFault.Kind.SPIKE)).allMatch(second -> off(second) > 20);
    }

    @Test
    void aBiasStaysForMinutes() {
        assertThat(longest(SensorFault.Kind.BIAS)).isGreaterThan(240);
        assertThat(during(SensorFault.Kind.BIAS)).allMatch(second -> off(second) >= 9);
    }

    @Test
    void mostOfTheTimeNothingIsWrongAndThenNothingIsChanged() {
        List<Second> sound =
                DAY.stream().filter(second -> second.fault.isEmpty()).toList();

        assertThat(sound).hasSizeGreaterThan(DAY_S / 2).allMatch(second -> off(second) == 0);
    }

    private static double off(Second second) {
        return second.shown.orElseThrow() - second.actual;
    }

    private static List<Second> during(SensorFault.Kind kind) {
        return DAY.stream()
                .filter(second ->
                        second.fault.filter(fault -> fault.kind() == kind).isPresent())
                .toList();
    }

    /** How many seconds the longest fault of a kind lasts. */
    private static int longest(SensorFault.Kind kind) {
        int longest = 0;
        int lasting = 0;
        for (Second second : DAY) {
            lasting = second.fault.filter(fault -> fault.kind() == kind).isPresent() ? lasting + 1 : 0;
            longest = Math.max(longest, lasting);
        }
        return longest;
    }

    /** Of each second the channel whose sensor is out of order; where none is, the torque. */
    private static List<Second> day() {
        FaultySensors sensors = new FaultySensors(new SeededRandom(7));
        List<Second> day = new ArrayList<>();
        for (double actual = 1; actual <= DAY_S; actual++) {
            double reading = actual;
            Map<Channel, Double> shown = new EnumMap<>(
                    Channel.ALL.stream().collect(Collectors.toMap(Function.identity(), channel -> reading)));
            sensors.spoil(shown);
            Channel channel = sensors.inForce().map(SensorFault::channel).orElse(Channel.TORQUE);
            day.add(new Second(actual, Optional.ofNullable(shown.get(channel)), sensors.inForce()));
        }
        return day;
    }
}
