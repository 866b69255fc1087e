package derrick.domain.simulation;

/** A pack-off: cuttings block the annulus until they are circulated out. */
final class PackOff {
    private static final double BUILD_UP_S = 420;
    private static final double CLEARING_S = 480;

    private double level;

    /** Advances by a second. */
    void advance(DrillerInstruction.HoleCondition hole, double flow) {
        if (hole == DrillerInstruction.HoleCondition.PACKING_OFF) {
            level = Math.min(1, level + 1 / BUILD_UP_S);
        } else if (flow > 0) {
            level = Math.max(0, level - 1 / CLEARING_S);
        }
    }

    /** Returns how far the annulus is blocked: 0 not at all, 1 the most that is simulated. */
    double level() {
        return level;
    }
}
