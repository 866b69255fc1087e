package derrick.domain.sensor;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The values of a rig's channels at one instant, in stored units; a channel without a value is a gap. Readings are
 * equal if all values are equal to the last bit.
 */
public final class Readings {
    private static final double GAP = Double.NaN;

    /** A value for each channel; NaN is a gap. */
    private final double[] values;

    private Readings(double[] values) {
        this.values = values;
    }

    public static Readings of(Map<Channel, Double> values) {
        Builder builder = new Builder();
        values.forEach(builder::set);
        return builder.build();
    }

    /** Returns the value of a channel; empty if it is a gap. */
    public OptionalDouble get(Channel channel) {
        double value = values[index(channel)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public boolean has(Channel channel) {
        return !Double.isNaN(values[index(channel)]);
    }

    /** Returns whether all channels are gaps. */
    public boolean isEmpty() {
        return Channel.ALL.stream().noneMatch(this::has);
    }

    /** Uses the ordinal as an array index, because readings are created very often; it is never stored. */
    @SuppressWarnings("EnumOrdinal")
    private static int index(Channel channel) {
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
                .map(channel -> channel.key() + "=" + values[index(channel)])
                .collect(Collectors.joining(" "));
    }

    /** Builds readings; initially all channels are gaps. */
    public static final class Builder {
        private final double[] values = new double[Channel.ALL.size()];

        public Builder() {
            Arrays.fill(values, GAP);
        }

        /** @throws IllegalArgumentException if the value is not finite; for a gap, the channel is not set */
        public Builder set(Channel channel, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("must be a finite number, or left out for a gap");
            }
            values[index(channel)] = value;
            return this;
        }

        public Readings build() {
            return new Readings(values.clone());
        }
    }
}
