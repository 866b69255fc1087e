package derrick.domain.simulation;

import static java.util.Map.entry;

import derrick.domain.sensor.Channel;
import java.util.EnumMap;
import java.util.Map;

/** The sensors without faults: each has its noise and number of decimals. */
final class Instruments {
    /**
     * @param noise standard deviation, in the channel's unit
     * @param relativeNoise standard deviation as a share of the value
     * @param decimals the number of decimals of a reading
     */
    private record Instrument(double noise, double relativeNoise, int decimals) {
        double read(double actual, SeededRandom random) {
            double noisy = actual + random.normal() * (noise + relativeNoise * Math.abs(actual));
            double scale = StrictMath.pow(10, decimals);
            return Math.round(noisy * scale) / scale;
        }
    }

    /** Depths have no noise, because they are counted from the turns of the draw-works; a hole must not shrink. */
    private static final Map<Channel, Instrument> INSTRUMENTS = new EnumMap<>(Map.ofEntries(
            entry(Channel.DEPTH, new Instrument(0, 0, 3)),
            entry(Channel.BIT_DEPTH, new Instrument(0, 0, 3)),
            entry(Channel.BLOCK_POSITION, new Instrument(0, 0, 3)),
            entry(Channel.WOB, new Instrument(0.12, 0, 2)),
            entry(Channel.HOOK_LOAD, new Instrument(0.15, 0, 2)),
            entry(Channel.RPM, new Instrument(0, 0.006, 1)),
            entry(Channel.TORQUE, new Instrument(25, 0.015, 0)),
            entry(Channel.ROP, new Instrument(0, 0.02, 2)),
            entry(Channel.MUD_FLOW, new Instrument(0, 0.004, 1)),
            entry(Channel.MUD_FLOW_OUT, new Instrument(0, 0.015, 0)),
            entry(Channel.MUD_PRESSURE, new Instrument(0.15, 0.004, 2)),
            entry(Channel.MUD_TEMPERATURE, new Instrument(0.05, 0, 2)),
            entry(Channel.MUD_DENSITY, new Instrument(0.002, 0, 3)),
            entry(Channel.PIT_VOLUME, new Instrument(0.03, 0, 2)),
            entry(Channel.TOTAL_GAS, new Instrument(0, 0.03, 3)),
            entry(Channel.GAMMA_RAY, new Instrument(1, 0.04, 1)),
            entry(Channel.RESISTIVITY, new Instrument(0, 0.02, 3)),
            entry(Channel.DENSITY, new Instrument(0.008, 0, 3)),
            entry(Channel.POROSITY, new Instrument(0.004, 0, 4)),
            entry(Channel.VIBRATION, new Instrument(0, 0.05, 2))));

    private final SeededRandom random;

    Instruments(SeededRandom random) {
        this.random = random;
    }

    /** Returns the readings of actual values; a missing channel is a gap. */
    Map<Channel, Double> read(Map<Channel, Double> actual) {
        Map<Channel, Double> readings = new EnumMap<>(Channel.class);
        INSTRUMENTS.forEach((channel, instrument) -> {
            if (actual.containsKey(channel)) {
                readings.put(channel, instrument.read(actual.get(channel), random));
            }
        });
        return readings;
    }
}
