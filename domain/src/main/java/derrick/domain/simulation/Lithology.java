package derrick.domain.simulation;

/** The kinds of rock a well goes through, and between which bounds a bed of each reads. */
enum Lithology {
    SHALE(80, 140, 0.08, 0.16, 0.95, 1, 2.70, 32),
    SILTSTONE(55, 85, 0.08, 0.15, 0.7, 1, 2.67, 28),
    SANDSTONE(25, 55, 0.14, 0.28, 0.2, 1, 2.65, 45),
    LIMESTONE(10, 30, 0.03, 0.12, 0.4, 1, 2.71, 18);

    private final double leastGamma;
    private final double mostGamma;
    private final double leastPorosity;
    private final double mostPorosity;
    private final double leastWater;
    private final double mostWater;
    private final double matrixDensity;
    private final double drillability;

    Lithology(
            double leastGamma,
            double mostGamma,
            double leastPorosity,
            double mostPorosity,
            double leastWater,
            double mostWater,
            double matrixDensity,
            double drillability) {
        this.leastGamma = leastGamma;
        this.mostGamma = mostGamma;
        this.leastPorosity = leastPorosity;
        this.mostPorosity = mostPorosity;
        this.leastWater = leastWater;
        this.mostWater = mostWater;
        this.matrixDensity = matrixDensity;
        this.drillability = drillability;
    }

    /** A bed of this rock. */
    Rock bed(SeededRandom random) {
        return new Rock(
                random.between(leastGamma, mostGamma),
                random.between(leastPorosity, mostPorosity),
                random.between(leastWater, mostWater),
                matrixDensity,
                drillability * random.between(0.8, 1.2));
    }
}
