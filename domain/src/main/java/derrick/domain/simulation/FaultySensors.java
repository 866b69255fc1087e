package derrick.domain.simulation;

import static derrick.domain.simulation.SensorFault.Kind.BIAS;
import static derrick.domain.simulation.SensorFault.Kind.DROPOUT;
import static derrick.domain.simulation.SensorFault.Kind.FROZEN;
import static derrick.domain.simulation.SensorFault.Kind.SATURATED;
import static derrick.domain.simulation.SensorFault.Kind.SPIKE;

import derrick.domain.sensor.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lets one sensor after the other fail for a while, each in another way, with quiet times between. */
final class FaultySensors {
    /** The most that a torque sensor with a 16-bit counter can say. */
    private static final double FULL_COUNTER = 32_767;

    /** All ways of failing take their turn within about two hours. */
    private static final int LEAST_QUIET_S = 10 * 60;

    private static final int MOST_QUIET_S = 25 * 60;

    /** A way of failing, by how much a value is off then, and how long it lasts. */
    private record Trouble(SensorFault fault, double off, int leastSeconds, int mostSeconds) {
        Trouble(SensorFault.Kind kind, Channel channel, double off, int leastSeconds, int mostSeconds) {
            this(new SensorFault(kind, channel), off, leastSeconds, mostSeconds);
        }
    }

    private static final List<List<Trouble>> TURNS = List.of(
            List.of(
                    new Trouble(SPIKE, Channel.HOOK_LOAD, 60, 1, 2),
                    new Trouble(SPIKE, Channel.MUD_PRESSURE, 110, 1, 2),
                    new Trouble(SPIKE, Channel.WOB, 22, 1, 2)),
            List.of(
                    new Trouble(FROZEN, Channel.HOOK_LOAD, 0, 90, 300),
                    new Trouble(FROZEN, Channel.MUD_PRESSURE, 0, 90, 300),
                    new Trouble(FROZEN, Channel.MUD_FLOW_OUT, 0, 90, 300)),
            List.of(
                    new Trouble(DROPOUT, Channel.RPM, 0, 20, 180),
                    new Trouble(DROPOUT, Channel.TOTAL_GAS, 0, 60, 600),
                    new Trouble(DROPOUT, Channel.MUD_TEMPERATURE, 0, 60, 600)),
            List.of(new Trouble(SATURATED, Channel.TORQUE, 0, 5, 60)),
            List.of(
                    new Trouble(BIAS, Channel.MUD_PRESSURE, 18, 240, 900),
                    new Trouble(BIAS, Channel.HOOK_LOAD, 9, 240, 900),
                    new Trouble(BIAS, Channel.MUD_FLOW_OUT, 350, 240, 900)));

    private final SeededRandom random;
    private Optional<Trouble> trouble = Optional.empty();
    private OptionalDouble stuck = OptionalDouble.empty();
    private int secondsLeft;
    private int turn;

    FaultySensors(SeededRandom random) {
        this.random = random;
        this.secondsLeft = quiet();
    }

    /** A second goes by: spoils what the sensors show, if one is out of order now. */
    void spoil(Map<Channel, Double> shown) {
        if (secondsLeft == 0) {
            turnOver();
        }
        secondsLeft--;
        trouble.ifPresent(now -> spoil(now, shown));
    }

    Optional<SensorFault> inForce() {
        return trouble.map(Trouble::fault);
    }

    private void spoil(Trouble now, Map<Channel, Double> shown) {
        Channel channel = now.fault().channel();
        switch (now.fault().kind()) {
            case FROZEN -> shown.computeIfPresent(channel, (same, value) -> stuckAt(value));
            case DROPOUT -> shown.remove(channel);
            case SPIKE, BIAS -> shown.computeIfPresent(channel, (same, value) -> value + now.off());
            case SATURATED -> shown.put(channel, FULL_COUNTER);
        }
    }

    private double stuckAt(double firstValue) {
        stuck = OptionalDouble.of(stuck.orElse(firstValue));
        return stuck.getAsDouble();
    }

    private void turnOver() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
            secondsLeft = quiet();
        } else {
            Trouble next = random.oneOf(TURNS.get(turn));
            turn = (turn + 1) % TURNS.size();
            trouble = Optional.of(next);
            stuck = OptionalDouble.empty();
            secondsLeft = (int) random.between(next.leastSeconds(), next.mostSeconds() + 1);
        }
    }

    private int quiet() {
        return (int) random.between(LEAST_QUIET_S, MOST_QUIET_S);
    }
}
