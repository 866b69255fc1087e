package derrick.domain.simulation;

/** Strays around zero and finds back, as a driller's hand or a rough rock does (an Ornstein–Uhlenbeck process). */
final class RandomDrift {
    private final SeededRandom random;
    private final double memory;
    private final double kick;
    private double value;

    /**
     * @param spread the standard deviation in the long run
     * @param seconds after which it has mostly forgotten where it was
     */
    RandomDrift(SeededRandom random, double spread, double seconds) {
        this.random = random;
        this.memory = StrictMath.exp(-1 / seconds);
        this.kick = spread * StrictMath.sqrt(1 - memory * memory);
    }

    /** Where it is a second later. */
    double next() {
        value = value * memory + kick * random.normal();
        return value;
    }
}
