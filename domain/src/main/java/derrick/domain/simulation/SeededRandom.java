package derrick.domain.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All chance in a simulation: the same seed throws the same numbers everywhere. */
final class SeededRandom {
    private final SplittableRandom random;

    SeededRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice of their own for a part, so that a throw more in one part leaves the others as they were. */
    SeededRandom another() {
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

    /** A normal deviate by Box and Muller: the JDK does not promise to keep its own method. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
