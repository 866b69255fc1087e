package derrick.domain.simulation;

/**
 * One thing for the driller to do. It is done when the block is where it shall be and the time is up.
 *
 * @param blockTo height above the floor, m
 * @param blockSpeed at most, m/s; where the bit makes hole the rock decides
 * @param seconds at least
 * @param hole what the hole does meanwhile
 */
record Order(
        RigActivity activity, Controls controls, double blockTo, double blockSpeed, int seconds, HoleCondition hole) {
    enum HoleCondition {
        CLEAN,
        PACKS_OFF
    }

    /** No faster, or the hole is swabbed dry on the way up and broken on the way down. */
    private static final double TRIPPING_M_PER_S = 0.5;

    private static final double REAMING_M_PER_S = 0.12;
    private static final double EMPTY_BLOCK_M_PER_S = 0.8;

    static Order makeHole(RigActivity activity, Controls controls, double blockTo) {
        return moving(activity, controls, blockTo, Double.MAX_VALUE);
    }

    /** Works the string to where it shall be with pumps on, in hole that is there already. */
    static Order workTo(RigActivity activity, Controls controls, double blockTo) {
        return moving(activity, controls.withoutWeight(), blockTo, REAMING_M_PER_S);
    }

    static Order tripTo(RigActivity activity, double blockTo) {
        return moving(activity, Controls.ALL_OFF, blockTo, TRIPPING_M_PER_S);
    }

    static Order circulate(Controls controls, double block, int seconds) {
        return new Order(
                RigActivity.CIRCULATING,
                controls.withoutWeight(),
                block,
                REAMING_M_PER_S,
                seconds,
                HoleCondition.CLEAN);
    }

    static Order stopEverything(double block, int seconds) {
        return new Order(RigActivity.STATIC, Controls.ALL_OFF, block, REAMING_M_PER_S, seconds, HoleCondition.CLEAN);
    }

    static Order slips(double blockTo, int seconds) {
        return new Order(
                RigActivity.IN_SLIPS, Controls.ALL_OFF, blockTo, EMPTY_BLOCK_M_PER_S, seconds, HoleCondition.CLEAN);
    }

    Order whileTheHolePacksOff() {
        return new Order(activity, controls, blockTo, blockSpeed, seconds, HoleCondition.PACKS_OFF);
    }

    boolean isDone(Position position, int secondsSpent) {
        return secondsSpent >= seconds && Math.abs(position.block() - blockTo) < 1e-6;
    }

    private static Order moving(RigActivity activity, Controls controls, double blockTo, double speed) {
        return new Order(activity, controls, blockTo, speed, 0, HoleCondition.CLEAN);
    }
}
