package derrick.domain.simulation;

import static derrick.domain.simulation.GroundTruth.FaultKind.BIAS;
import static derrick.domain.simulation.GroundTruth.FaultKind.DROPOUT;
import static derrick.domain.simulation.GroundTruth.FaultKind.FROZEN;
import static derrick.domain.simulation.GroundTruth.FaultKind.SATURATED;
import static derrick.domain.simulation.GroundTruth.FaultKind.SPIKE;

import derrick.domain.sensor.Channel;
import derrick.domain.simulation.GroundTruth.FaultKind;
import derrick.domain.simulation.GroundTruth.SensorFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Simulates sensor faults: one sensor at a time, of each kind in turn, with intervals without faults. */
final class FaultySensors {
    /** The largest value of a torque sensor with a 16-bit counter. */
    private static final double FULL_COUNTER = 32_767;

    /** Short enough that all kinds of faults occur within about two hours. */
    private static final int MIN_INTERVAL_S = 10 * 60;

    private static final int MAX_INTERVAL_S = 25 * 60;

    /** A possible fault, the error it adds to the value, and its duration. */
    private record Scenario(SensorFault fault, double error, int minSeconds, int maxSeconds) {
        Scenario(FaultKind kind, Channel channel, double error, int minSeconds, int maxSeconds) {
            this(new SensorFault(kind, channel), error, minSeconds, maxSeconds);
        }
    }

    private static final List<List<Scenario>> SCENARIOS = List.of(
            List.of(
                    new Scenario(SPIKE, Channel.HOOK_LOAD, 60, 1, 2),
                    new Scenario(SPIKE, Channel.MUD_PRESSURE, 110, 1, 2),
                    new Scenario(SPIKE, Channel.WOB, 22, 1, 2)),
            List.of(
                    new Scenario(FROZEN, Channel.HOOK_LOAD, 0, 90, 300),
                    new Scenario(FROZEN, Channel.MUD_PRESSURE, 0, 90, 300),
                    new Scenario(FROZEN, Channel.MUD_FLOW_OUT, 0, 90, 300)),
            List.of(
                    new Scenario(DROPOUT, Channel.RPM, 0, 20, 180),
                    new Scenario(DROPOUT, Channel.TOTAL_GAS, 0, 60, 600),
                    new Scenario(DROPOUT, Channel.MUD_TEMPERATURE, 0, 60, 600)),
            List.of(new Scenario(SATURATED, Channel.TORQUE, 0, 5, 60)),
            List.of(
                    new Scenario(BIAS, Channel.MUD_PRESSURE, 18, 240, 900),
                    new Scenario(BIAS, Channel.HOOK_LOAD, 9, 240, 900),
                    new Scenario(BIAS, Channel.MUD_FLOW_OUT, 350, 240, 900)));

    private final SeededRandom random;
    private Optional<Scenario> current = Optional.empty();
    private OptionalDouble frozenValue = OptionalDouble.empty();
    private int secondsLeft;
    private int nextKind;

    FaultySensors(SeededRandom random) {
        this.random = random;
        this.secondsLeft = nextInterval();
    }

    /** Advances by a second and applies the current fault, if there is one, to the readings. */
    void apply(Map<Channel, Double> readings) {
        if (secondsLeft == 0) {
            startOrEndFault();
        }
        secondsLeft--;
        current.ifPresent(scenario -> apply(scenario, readings));
    }

    Optional<SensorFault> currentFault() {
        return current.map(Scenario::fault);
    }

    private void apply(Scenario scenario, Map<Channel, Double> readings) {
        Channel channel = scenario.fault().channel();
        switch (scenario.fault().kind()) {
            case FROZEN -> readings.computeIfPresent(channel, (same, value) -> frozen(value));
            case DROPOUT -> readings.remove(channel);
            case SPIKE, BIAS -> readings.computeIfPresent(channel, (same, value) -> value + scenario.error());
            case SATURATED -> readings.put(channel, FULL_COUNTER);
        }
    }

    private double frozen(double value) {
        frozenValue = OptionalDouble.of(frozenValue.orElse(value));
        return frozenValue.getAsDouble();
    }

    private void startOrEndFault() {
        if (current.isPresent()) {
            current = Optional.empty();
            secondsLeft = nextInterval();
        } else {
            Scenario next = random.oneOf(SCENARIOS.get(nextKind));
            nextKind = (nextKind + 1) % SCENARIOS.size();
            current = Optional.of(next);
            frozenValue = OptionalDouble.empty();
            secondsLeft = (int) random.between(next.minSeconds(), next.maxSeconds() + 1);
        }
    }

    private int nextInterval() {
        return (int) random.between(MIN_INTERVAL_S, MAX_INTERVAL_S);
    }
}
