package derrick.domain.simulation;

import java.util.List;

/** The rock below a rig, in beds. A depth always has the same rock for the same seed. */
final class Formation {
    private static final double MEAN_BED_M = 9;

    /** The largest shift of the top of a bed, as a fraction of the mean thickness. */
    private static final double MAX_SHIFT = 0.4;

    /** The difference of the seeds of neighbouring beds; a large odd number, so that they are independent. */
    private static final long SEED_STEP = 0xD1342543DE82EF95L;

    /** The lithologies in the proportions in which they occur. */
    private static final List<Lithology> PROPORTIONS = List.of(
            Lithology.SHALE,
            Lithology.SHALE,
            Lithology.SILTSTONE,
            Lithology.SANDSTONE,
            Lithology.SANDSTONE,
            Lithology.LIMESTONE);

    private final long seed;

    Formation(long seed) {
        this.seed = seed;
    }

    /** A kind of rock and the ranges of its properties. */
    private enum Lithology {
        SHALE(80, 140, 0.08, 0.16, 0.95, 1, 2.70, 32),
        SILTSTONE(55, 85, 0.08, 0.15, 0.7, 1, 2.67, 28),
        SANDSTONE(25, 55, 0.14, 0.28, 0.2, 1, 2.65, 45),
        LIMESTONE(10, 30, 0.03, 0.12, 0.4, 1, 2.71, 18);

        private final double minGammaRay;
        private final double maxGammaRay;
        private final double minPorosity;
        private final double maxPorosity;
        private final double minWaterSaturation;
        private final double maxWaterSaturation;
        private final double matrixDensity;
        private final double drillability;

        Lithology(
                double minGammaRay,
                double maxGammaRay,
                double minPorosity,
                double maxPorosity,
                double minWaterSaturation,
                double maxWaterSaturation,
                double matrixDensity,
                double drillability) {
            this.minGammaRay = minGammaRay;
            this.maxGammaRay = maxGammaRay;
            this.minPorosity = minPorosity;
            this.maxPorosity = maxPorosity;
            this.minWaterSaturation = minWaterSaturation;
            this.maxWaterSaturation = maxWaterSaturation;
            this.matrixDensity = matrixDensity;
            this.drillability = drillability;
        }

        Rock bed(SeededRandom random) {
            return new Rock(
                    random.between(minGammaRay, maxGammaRay),
                    random.between(minPorosity, maxPorosity),
                    random.between(minWaterSaturation, maxWaterSaturation),
                    matrixDensity,
                    drillability * random.between(0.8, 1.2));
        }
    }

    /** Returns the rock at a depth in metres. */
    Rock rockAt(double depth) {
        long bed = (long) Math.floor(depth / MEAN_BED_M);
        if (depth < topOf(bed)) {
            bed--;
        } else if (depth >= topOf(bed + 1)) {
            bed++;
        }
        SeededRandom random = randomOf(bed);
        // The first number is that of the top.
        random.between(0, 1);
        return random.oneOf(PROPORTIONS).bed(random);
    }

    private double topOf(long bed) {
        return MEAN_BED_M * (bed + randomOf(bed).between(-MAX_SHIFT, MAX_SHIFT));
    }

    private SeededRandom randomOf(long bed) {
        return new SeededRandom(seed + bed * SEED_STEP);
    }
}
