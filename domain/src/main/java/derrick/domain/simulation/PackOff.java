package derrick.domain.simulation;

/** Cuttings that settle around the string and close the annulus, until they are pumped and worked away. */
final class PackOff {
    private static final double BUILDS_UP_S = 420;
    private static final double CLEARS_S = 480;

    private double share;

    /** A second goes by. */
    void develop(DrillerInstruction.HoleCondition hole, double flow) {
        if (hole == DrillerInstruction.HoleCondition.PACKS_OFF) {
            share = Math.min(1, share + 1 / BUILDS_UP_S);
        } else if (flow > 0) {
            share = Math.max(0, share - 1 / CLEARS_S);
        }
    }

    /** How far the annulus is closed: 0 free, 1 as far as it gets. */
    double share() {
        return share;
    }
}
