package derrick.domain.simulation;

import java.util.List;

/** The rock below a rig, bed upon bed. It is the same whenever and wherever one comes back to a depth. */
final class Formation {
    private static final double USUAL_BED_M = 9;

    /** How much higher or lower than usual a bed may begin, as a share of its thickness. */
    private static final double UNEVEN = 0.4;

    /** Sets the seeds of neighbouring beds far apart. */
    private static final long BETWEEN_BEDS = 0xD1342543DE82EF95L;

    /** As often as they occur. */
    private static final List<Lithology> COLUMN = List.of(
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

    /** @param depth m */
    Rock rockAt(double depth) {
        long bed = (long) Math.floor(depth / USUAL_BED_M);
        if (depth < topOf(bed)) {
            bed--;
        } else if (depth >= topOf(bed + 1)) {
            bed++;
        }
        SeededRandom random = diceOf(bed);
        random.between(0, 1);
        return random.oneOf(COLUMN).bed(random);
    }

    private double topOf(long bed) {
        return USUAL_BED_M * (bed + diceOf(bed).between(-UNEVEN, UNEVEN));
    }

    private SeededRandom diceOf(long bed) {
        return new SeededRandom(seed + bed * BETWEEN_BEDS);
    }
}
