package derrick.domain.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** The random numbers of a simulation: the same seed gives the same numbers on every machine. */
final class SeededRandom {
    private final SplittableRandom random;

    SeededRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns an independent generator for a part, so that changes in one part do not affect the others. */
    SeededRandom split() {
        return new SeededRandom(random.nextLong());
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get((int) (choices.size() * random.nextDouble()));
    }

    /** Returns a normal deviate by the Box–Muller method; the JDK's method may change between versions. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
