package derrick.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.simulation.GroundTruth.FaultKind;
import derrick.domain.simulation.RigSimulator.SimulatedSample;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests twelve hours of each demonstration rig. */
class RigSimulatorTest {
    private static final int HOURS = 12;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Shift> SHIFTS =
            DemoRigs.all().stream().map(plan -> new Shift(plan, run(plan))).toList();

    private record Shift(RigPlan plan, List<SimulatedSample> samples) {
        @Override
        public String toString() {
            return "%s, seed %d".formatted(plan.rig(), plan.seed());
        }
    }

    static Stream<Shift> shifts() {
        return SHIFTS.stream();
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void theHoleDepthNeverDecreases(Shift shift) {
        assertThat(pairs(shift)).allMatch(pair -> of(pair.after, Channel.DEPTH) >= of(pair.before, Channel.DEPTH));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void theHoleGetsDeeperByTensToHundredsOfMetres(Shift shift) {
        SimulatedSample last = shift.samples.get(shift.samples.size() - 1);

        assertThat(of(last, Channel.DEPTH) - shift.plan.start().hole()).isBetween(40.0, 500.0);
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void theBitIsNeverDeeperThanTheHole(Shift shift) {
        assertThat(shift.samples).allMatch(sample -> of(sample, Channel.BIT_DEPTH) <= of(sample, Channel.DEPTH));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void theHookLoadInSlipsIsTheBlockWeight(Shift shift) {
        assertThat(withoutFault(shift, Channel.HOOK_LOAD).filter(during(RigActivity.IN_SLIPS)))
                .isNotEmpty()
                .allSatisfy(sample ->
                        assertThat(of(sample, Channel.HOOK_LOAD)).isCloseTo(DrillString.BLOCK_WEIGHT_T, within(2.0)));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void theHookLoadOutOfSlipsIncludesTheString(Shift shift) {
        assertThat(withoutFault(shift, Channel.HOOK_LOAD)
                        .filter(sample -> sample.truth().activity() != RigActivity.IN_SLIPS))
                .allMatch(sample -> of(sample, Channel.HOOK_LOAD) > 2 * DrillString.BLOCK_WEIGHT_T);
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void ropIsZeroOffBottom(Shift shift) {
        assertThat(shift.samples.stream()
                        .filter(sample -> of(sample, Channel.DEPTH) - of(sample, Channel.BIT_DEPTH) > 0.3))
                .isNotEmpty()
                .allMatch(sample -> of(sample, Channel.ROP) == 0);
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void depthGrowsByTheIntegralOfRop(Shift shift) {
        double metresByRate = shift.samples.stream()
                        .mapToDouble(sample -> of(sample, Channel.ROP))
                        .sum()
                / 3600;
        double metresByDepth = of(shift.samples.get(shift.samples.size() - 1), Channel.DEPTH)
                - shift.plan.start().hole();

        assertThat(metresByRate).isCloseTo(metresByDepth, within(0.01 * metresByDepth));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void aPackOffRaisesPressureAndTorqueAtTheSameFlow(Shift shift) {
        List<SimulatedSample> drilling = shift.samples.stream()
                .filter(during(RigActivity.ROTARY_DRILLING))
                .filter(sample -> sample.truth().sensorFault().isEmpty())
                .toList();
        List<SimulatedSample> free =
                drilling.stream().filter(sample -> !sample.truth().packingOff()).toList();
        List<SimulatedSample> packed = drilling.stream()
                .filter(sample -> sample.truth().packOff() > 0.6)
                .toList();

        assertThat(packed).isNotEmpty();
        assertThat(mean(packed, Channel.MUD_FLOW)).isCloseTo(mean(free, Channel.MUD_FLOW), within(150.0));
        assertThat(mean(packed, Channel.MUD_PRESSURE)).isGreaterThan(1.1 * mean(free, Channel.MUD_PRESSURE));
        assertThat(mean(packed, Channel.TORQUE)).isGreaterThan(1.1 * mean(free, Channel.TORQUE));
        assertThat(mean(packed, Channel.MUD_FLOW_OUT)).isLessThan(0.9 * mean(free, Channel.MUD_FLOW_OUT));
    }

    @Test
    void everyActivityAndFaultOccurs() {
        Set<RigActivity> activities = EnumSet.noneOf(RigActivity.class);
        Set<FaultKind> faults = EnumSet.noneOf(FaultKind.class);
        SHIFTS.forEach(shift -> shift.samples.forEach(sample -> {
            activities.add(sample.truth().activity());
            sample.truth().sensorFault().ifPresent(fault -> faults.add(fault.kind()));
        }));

        assertThat(activities).containsExactlyInAnyOrder(RigActivity.values());
        assertThat(faults).containsExactlyInAnyOrder(FaultKind.values());
    }

    @Test
    void thereIsAConnectionWithinHalfAnHour() {
        assertThat(SHIFTS.get(0).samples.stream().limit(1800))
                .anyMatch(sample -> sample.truth().activity() == RigActivity.IN_SLIPS);
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void theSamePlanGivesTheSameRecords(Shift shift) {
        assertThat(run(shift.plan).stream().map(SimulatedSample::record))
                .isEqualTo(shift.samples.stream().map(SimulatedSample::record).toList());
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void thereIsARecordEverySecond(Shift shift) {
        assertThat(pairs(shift))
                .allMatch(pair -> pair.after
                        .record()
                        .time()
                        .equals(pair.before.record().time().plusSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void meanDrillingValuesAreWithinMeasuredRanges(Shift shift) {
        List<SimulatedSample> drilling = shift.samples.stream()
                .filter(during(RigActivity.ROTARY_DRILLING))
                .filter(sample -> sample.truth().sensorFault().isEmpty())
                .toList();

        assertThat(mean(drilling, Channel.WOB)).isBetween(0.7, 17.6);
        assertThat(mean(drilling, Channel.RPM)).isBetween(40.0, 293.0);
        assertThat(mean(drilling, Channel.TORQUE)).isBetween(200.0, 29_000.0);
        assertThat(mean(drilling, Channel.ROP)).isBetween(4.7, 81.0);
        assertThat(mean(drilling, Channel.MUD_FLOW)).isBetween(1595.0, 4430.0);
        assertThat(mean(drilling, Channel.MUD_PRESSURE)).isBetween(54.0, 243.0);
        assertThat(mean(drilling, Channel.MUD_TEMPERATURE)).isBetween(26.0, 74.0);
        assertThat(mean(drilling, Channel.HOOK_LOAD)).isBetween(87.0, 145.0);
        assertThat(mean(drilling, Channel.GAMMA_RAY)).isBetween(6.0, 177.0);
    }

    private record Pair(SimulatedSample before, SimulatedSample after) {}

    private static Stream<Pair> pairs(Shift shift) {
        return IntStream.range(1, shift.samples.size())
                .mapToObj(i -> new Pair(shift.samples.get(i - 1), shift.samples.get(i)));
    }

    private static List<SimulatedSample> run(RigPlan plan) {
        RigSimulator rig = new RigSimulator(plan, NOON, plan.start());
        return Stream.generate(rig::next).limit(HOURS * 3600L).toList();
    }

    private static Stream<SimulatedSample> withoutFault(Shift shift, Channel channel) {
        return shift.samples.stream()
                .filter(sample -> sample.truth()
                        .sensorFault()
                        .filter(fault -> fault.channel() == channel)
                        .isEmpty());
    }

    private static java.util.function.Predicate<SimulatedSample> during(RigActivity activity) {
        return sample -> sample.truth().activity() == activity;
    }

    private static double of(SimulatedSample sample, Channel channel) {
        SensorRecord record = sample.record();
        return record.readings().get(channel).orElseThrow();
    }

    private static double mean(List<SimulatedSample> samples, Channel channel) {
        return samples.stream()
                .mapToDouble(sample -> of(sample, channel))
                .average()
                .orElseThrow();
    }
}
