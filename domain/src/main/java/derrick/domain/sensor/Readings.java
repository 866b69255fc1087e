package derrick.domain.sensor;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the channels of a rig read at one instant, each in its stored unit; a channel may be a gap. Two readings are
 * equal when every value is, to the last bit.
 */
public final class Readings {
    private static final double GAP = Double.NaN;

    /** A slot a channel; a gap is NaN, which no value can be. */
    private final double[] values;

    private Readings(double[] values) {
        this.values = values;
    }

    public static Readings of(Map<Channel, Double> values) {
        Builder builder = new Builder();
        values.forEach(builder::set);
        return builder.build();
    }

    /** The value of a channel, or empty where it is a gap. */
    public OptionalDouble get(Channel channel) {
        double value = values[slot(channel)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public boolean has(Channel channel) {
        return !Double.isNaN(values[slot(channel)]);
    }

    /** Whether every channel is a gap. */
    public boolean isEmpty() {
        return Channel.ALL.stream().noneMatch(this::has);
    }

    /** Channels are slots of an array because a record is made a million times a second; the ordinal is never kept. */
    @SuppressWarnings("EnumOrdinal")
    private static int slot(Channel channel) {
        return channel.ordinal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Channel.ALL.stream()
                .filter(this::has)
                .map(channel -> channel.key() + "=" + values[slot(channel)])
                .collect(Collectors.joining(" "));
    }

    /** Readings in the making: all gaps at first. */
    public static final class Builder {
        private final double[] values = new double[Channel.ALL.size()];

        public Builder() {
            Arrays.fill(values, GAP);
        }

        /** @throws IllegalArgumentException if the value is not finite; a gap is made by leaving the channel out */
        public Builder set(Channel channel, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("must be a finite number, or left out for a gap");
            }
            values[slot(channel)] = value;
            return this;
        }

        public Readings build() {
            return new Readings(values.clone());
        }
    }
}
