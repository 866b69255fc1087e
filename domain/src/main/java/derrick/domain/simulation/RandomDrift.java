package derrick.domain.simulation;

/** A random value that drifts around zero (an Ornstein–Uhlenbeck process). */
final class RandomDrift {
    private final SeededRandom random;
    private final double decay;
    private final double noise;
    private double value;

    /**
     * @param standardDeviation in the long run
     * @param timeConstantSeconds of the autocorrelation
     */
    RandomDrift(SeededRandom random, double standardDeviation, double timeConstantSeconds) {
        this.random = random;
        this.decay = StrictMath.exp(-1 / timeConstantSeconds);
        this.noise = standardDeviation * StrictMath.sqrt(1 - decay * decay);
    }

    /** Advances by a second and returns the new value. */
    double next() {
        value = value * decay + noise * random.normal();
        return value;
    }
}
