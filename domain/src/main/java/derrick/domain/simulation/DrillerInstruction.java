package derrick.domain.simulation;

/**
 * One thing for the driller to do. It is done when the block is where it shall be and the time is up.
 *
 * @param blockTo height above the floor, m
 * @param blockSpeed at most, m/s; where the bit makes hole the rock decides
 * @param seconds at least
 * @param hole what the hole does meanwhile
 */
record DrillerInstruction(
        RigActivity activity,
        DrillerControls controls,
        double blockTo,
        double blockSpeed,
        int seconds,
        HoleCondition hole) {
    enum HoleCondition {
        CLEAN,
        PACKS_OFF
    }

    /** No faster, or the hole is swabbed dry on the way up and broken on the way down. */
    private static final double TRIPPING_M_PER_S = 0.5;

    private static final double REAMING_M_PER_S = 0.12;
    private static final double EMPTY_BLOCK_M_PER_S = 0.8;

    static DrillerInstruction makeHole(RigActivity activity, DrillerControls controls, double blockTo) {
        return moving(activity, controls, blockTo, Double.MAX_VALUE);
    }

    /** Works the string to where it shall be with pumps on, in hole that is there already. */
    static DrillerInstruction workTo(RigActivity activity, DrillerControls controls, double blockTo) {
        return moving(activity, controls.withoutWeight(), blockTo, REAMING_M_PER_S);
    }

    static DrillerInstruction tripTo(RigActivity activity, double blockTo) {
        return moving(activity, DrillerControls.ALL_OFF, blockTo, TRIPPING_M_PER_S);
    }

    static DrillerInstruction circulate(DrillerControls controls, double block, int seconds) {
        return new DrillerInstruction(
                RigActivity.CIRCULATING,
                controls.withoutWeight(),
                block,
                REAMING_M_PER_S,
                seconds,
                HoleCondition.CLEAN);
    }

    static DrillerInstruction stopEverything(double block, int seconds) {
        return new DrillerInstruction(
                RigActivity.STATIC, DrillerControls.ALL_OFF, block, REAMING_M_PER_S, seconds, HoleCondition.CLEAN);
    }

    static DrillerInstruction slips(double blockTo, int seconds) {
        return new DrillerInstruction(
                RigActivity.IN_SLIPS,
                DrillerControls.ALL_OFF,
                blockTo,
                EMPTY_BLOCK_M_PER_S,
                seconds,
                HoleCondition.CLEAN);
    }

    DrillerInstruction whileTheHolePacksOff() {
        return new DrillerInstruction(activity, controls, blockTo, blockSpeed, seconds, HoleCondition.PACKS_OFF);
    }

    boolean isDone(StringPosition position, int secondsSpent) {
        return secondsSpent >= seconds && Math.abs(position.block() - blockTo) < 1e-6;
    }

    private static DrillerInstruction moving(
            RigActivity activity, DrillerControls controls, double blockTo, double speed) {
        return new DrillerInstruction(activity, controls, blockTo, speed, 0, HoleCondition.CLEAN);
    }
}
