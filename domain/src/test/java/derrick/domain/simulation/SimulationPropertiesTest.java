package derrick.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.simulation.GroundTruth.FaultKind;
import derrick.domain.simulation.RigSimulator.SimulatedSample;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Properties of simulated rigs on several formations, depths and plans, for twelve hours each. One seed is random.
 */
class SimulationPropertiesTest {
    private static final int SECONDS = 12 * 3600;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Run> RUNS =
            Stream.of(11L, 12L, 13L, new Random().nextLong()).map(Run::of).toList();

    /** The largest change of a value per second. */
    private static final Map<Channel, Double> MAX_CHANGE = Map.of(
            Channel.DEPTH, 0.15,
            Channel.BIT_DEPTH, 3.0,
            Channel.WOB, 10.0,
            Channel.RPM, 150.0,
            Channel.TORQUE, 40_000.0,
            Channel.MUD_FLOW, 2000.0,
            Channel.MUD_PRESSURE, 100.0,
            Channel.MUD_TEMPERATURE, 2.0,
            Channel.HOOK_LOAD, 200.0);

    private record Bounds(double min, double max) {}

    /** The 5th and 95th percentiles measured on four real wells. */
    private static final Map<Channel, Bounds> MEASURED = Map.ofEntries(
            Map.entry(Channel.WOB, new Bounds(0.7, 17.6)),
            Map.entry(Channel.RPM, new Bounds(40, 293)),
            Map.entry(Channel.TORQUE, new Bounds(200, 29_000)),
            Map.entry(Channel.ROP, new Bounds(4.7, 81)),
            Map.entry(Channel.MUD_FLOW, new Bounds(1595, 4430)),
            Map.entry(Channel.MUD_PRESSURE, new Bounds(54, 243)),
            Map.entry(Channel.MUD_TEMPERATURE, new Bounds(26, 74)),
            Map.entry(Channel.HOOK_LOAD, new Bounds(87, 145)),
            Map.entry(Channel.GAMMA_RAY, new Bounds(6, 177)),
            Map.entry(Channel.RESISTIVITY, new Bounds(0.2, 2000)),
            Map.entry(Channel.DENSITY, new Bounds(1.9, 2.9)),
            Map.entry(Channel.POROSITY, new Bounds(0, 0.45)),
            Map.entry(Channel.VIBRATION, new Bounds(0, 15)));

    private record Run(long seed, List<SimulatedSample> samples) {
        static Run of(long seed) {
            Random random = new Random(seed);
            double hole = 1900 + random.nextInt(700);
            StringPosition start = new StringPosition(hole, hole, StringPosition.LOW_BLOCK_M + random.nextInt(28));
            RigPlan plan = new RigPlan(new RigId("any"), seed, start, 2 + random.nextInt(2), 5 + random.nextInt(11));
            RigSimulator rig = new RigSimulator(plan, NOON, start);
            return new Run(seed, Stream.generate(rig::next).limit(SECONDS).toList());
        }

        Stream<SimulatedSample> withoutFault() {
            return samples.stream().filter(SimulationPropertiesTest::isWithoutFault);
        }

        /** Returns pairs of successive samples without sensor faults. */
        Stream<Step> steps() {
            return IntStream.range(1, samples.size())
                    .filter(i -> isWithoutFault(samples.get(i)) && isWithoutFault(samples.get(i - 1)))
                    .mapToObj(i -> new Step(samples.get(i - 1), samples.get(i)));
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    private record Step(SimulatedSample before, SimulatedSample after) {
        double change(Channel channel) {
            return value(after, channel) - value(before, channel);
        }
    }

    static Stream<Run> runs() {
        return RUNS.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyActivityAndFaultOccurs(Run run) {
        Set<RigActivity> activities = EnumSet.noneOf(RigActivity.class);
        Set<FaultKind> faults = EnumSet.noneOf(FaultKind.class);
        run.samples.forEach(sample -> {
            activities.add(sample.truth().activity());
            sample.truth().sensorFault().ifPresent(fault -> faults.add(fault.kind()));
        });

        assertThat(activities).containsExactlyInAnyOrder(RigActivity.values());
        assertThat(faults).containsExactlyInAnyOrder(FaultKind.values());
        assertThat(run.samples).anyMatch(sample -> sample.truth().packingOff());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void thereIsAConnectionAfterEachStand(Run run) {
        double[] connections = run.steps()
                .filter(step -> is(RigActivity.IN_SLIPS).test(step.after))
                .filter(step -> !is(RigActivity.IN_SLIPS).test(step.before))
                .filter(step -> aboveBottom(step.after) < 2)
                .mapToDouble(step -> value(step.after, Channel.DEPTH))
                .distinct()
                .toArray();

        assertThat(connections).hasSizeGreaterThan(1);
        for (int i = 1; i < connections.length; i++) {
            double stands = (connections[i] - connections[i - 1]) / 28;
            assertThat(stands).isCloseTo(Math.rint(stands), within(0.001));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void depthGrowsByTheIntegralOfRopInEachTenMinutes(Run run) {
        int window = 600;
        for (int from = 1; from + window < run.samples.size(); from += window) {
            double byRate = run.samples.subList(from, from + window).stream()
                            .mapToDouble(sample -> value(sample, Channel.ROP))
                            .sum()
                    / 3600;
            double byDepth = value(run.samples.get(from + window - 1), Channel.DEPTH)
                    - value(run.samples.get(from - 1), Channel.DEPTH);
            assertThat(byRate).isCloseTo(byDepth, within(0.06));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theBitMovesWithTheBlockExceptInSlips(Run run) {
        assertThat(run.steps()).allSatisfy(step -> {
            double withBlock = is(RigActivity.IN_SLIPS).test(step.after) ? 0 : -step.change(Channel.BLOCK_POSITION);
            assertThat(step.change(Channel.BIT_DEPTH)).isCloseTo(withBlock, within(0.0021));
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void pumpsAndRotaryAreOffInSlipsAndOnTrips(Run run) {
        Predicate<SimulatedSample> quiet =
                is(RigActivity.IN_SLIPS).or(is(RigActivity.TRIPPING_IN)).or(is(RigActivity.TRIPPING_OUT));
        assertThat(run.withoutFault().filter(quiet)).isNotEmpty().allSatisfy(sample -> {
            assertThat(value(sample, Channel.RPM)).isZero();
            assertThat(value(sample, Channel.MUD_FLOW)).isZero();
            assertThat(value(sample, Channel.MUD_PRESSURE)).isCloseTo(0, within(1.5));
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void lwdChannelsAreGapsWithoutFlow(Run run) {
        assertThat(run.withoutFault().filter(sample -> value(sample, Channel.MUD_FLOW) < 1400))
                .noneMatch(sample -> sample.record().readings().has(Channel.GAMMA_RAY));
        assertThat(run.withoutFault().filter(sample -> value(sample, Channel.MUD_FLOW) > 1600))
                .allMatch(sample -> sample.record().readings().has(Channel.GAMMA_RAY));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void thePitVolumeChangesByTheDisplacementOfThePipe(Run run) {
        assertThat(pitChange(run, RigActivity.TRIPPING_OUT)).isBetween(-0.25, -0.03);
        assertThat(pitChange(run, RigActivity.TRIPPING_IN)).isBetween(0.03, 0.25);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void channelsChangeNoFasterThanTheirLimits(Run run) {
        MAX_CHANGE.forEach((channel, max) ->
                assertThat(run.steps()).as(channel.title()).allMatch(step -> Math.abs(step.change(channel)) <= max));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void drillingValuesStayWithinMeasuredPercentiles(Run run) {
        List<SimulatedSample> drilling = run.withoutFault()
                .filter(is(RigActivity.ROTARY_DRILLING))
                .filter(sample -> !sample.truth().packingOff())
                .toList();
        MEASURED.forEach((channel, bounds) -> {
            double[] sorted = values(drilling.stream(), channel).sorted().toArray();
            assertThat(sorted[sorted.length / 20]).as(channel.title()).isGreaterThan(bounds.min);
            assertThat(sorted[sorted.length * 19 / 20]).as(channel.title()).isLessThan(bounds.max);
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aNewSimulatorContinuesFromTheLastReadings(Run run) {
        RigPlan plan = DemoRigs.ALPHA;
        for (int second = 0; second < run.samples.size(); second += 999) {
            Readings last = run.samples.get(second).record().readings();
            Readings next = new RigSimulator(plan, NOON.plusSeconds(second + 1L), plan.positionAfter(last))
                    .next()
                    .record()
                    .readings();
            assertThat(value(next, Channel.DEPTH)).isCloseTo(value(last, Channel.DEPTH), within(0.05));
            assertThat(value(next, Channel.BIT_DEPTH)).isCloseTo(value(last, Channel.BIT_DEPTH), within(0.6));
        }
    }

    @Test
    void missingReadingsMeanOnBottom() {
        StringPosition start = DemoRigs.BRAVO.start();

        assertThat(DemoRigs.BRAVO.positionAfter(Readings.of(Map.of(Channel.DEPTH, 3000.0))))
                .isEqualTo(new StringPosition(3000, 3000, start.block()));
        assertThat(DemoRigs.BRAVO.positionAfter(Readings.of(
                        Map.of(Channel.DEPTH, 900.0, Channel.BIT_DEPTH, 901.0, Channel.BLOCK_POSITION, 55.0))))
                .isEqualTo(new StringPosition(900, 900, StringPosition.HIGH_BLOCK_M));
    }

    /** Returns the mean change of the pit volume per stand, m3. */
    private static double pitChange(Run run, RigActivity tripping) {
        return run.steps()
                        .filter(step -> is(tripping).test(step.after))
                        .mapToDouble(step -> step.change(Channel.PIT_VOLUME))
                        .sum()
                / run.steps()
                        .filter(step -> is(tripping).test(step.after))
                        .mapToDouble(step -> Math.abs(step.change(Channel.BIT_DEPTH)) / StringPosition.STAND_M)
                        .sum();
    }

    private static boolean isWithoutFault(SimulatedSample sample) {
        return sample.truth().sensorFault().isEmpty();
    }

    private static Predicate<SimulatedSample> is(RigActivity activity) {
        return sample -> sample.truth().activity() == activity;
    }

    private static double aboveBottom(SimulatedSample sample) {
        return value(sample, Channel.DEPTH) - value(sample, Channel.BIT_DEPTH);
    }

    private static DoubleStream values(Stream<SimulatedSample> samples, Channel channel) {
        return samples.filter(sample -> sample.record().readings().has(channel))
                .mapToDouble(sample -> value(sample, channel));
    }

    private static double value(SimulatedSample sample, Channel channel) {
        return value(sample.record().readings(), channel);
    }

    private static double value(Readings readings, Channel channel) {
        return readings.get(channel).orElseThrow();
    }
}
