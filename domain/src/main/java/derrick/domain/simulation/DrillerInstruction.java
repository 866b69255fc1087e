package derrick.domain.simulation;

/**
 * An instruction to the driller. It is done when the block has reached its target and the time has passed.
 *
 * @param blockTarget target height of the block above the floor, m
 * @param maxBlockSpeed m/s; unlimited while drilling, where the rock decides
 * @param minSeconds the least time that it takes
 * @param hole the condition of the hole meanwhile
 */
record DrillerInstruction(
        RigActivity activity,
        DrillerControls controls,
        double blockTarget,
        double maxBlockSpeed,
        int minSeconds,
        HoleCondition hole) {
    enum HoleCondition {
        CLEAN,
        PACKING_OFF
    }

    /** A higher speed would swab the well when tripping out and fracture the rock when tripping in. */
    private static final double TRIPPING_M_PER_S = 0.5;

    private static final double REAMING_M_PER_S = 0.12;
    private static final double EMPTY_BLOCK_M_PER_S = 0.8;

    static DrillerInstruction drill(RigActivity activity, DrillerControls controls, double blockTarget) {
        return move(activity, controls, blockTarget, Double.MAX_VALUE);
    }

    /** Reams or washes, with the pumps on, in existing hole. */
    static DrillerInstruction ream(RigActivity activity, DrillerControls controls, double blockTarget) {
        return move(activity, controls.withoutWeight(), blockTarget, REAMING_M_PER_S);
    }

    static DrillerInstruction trip(RigActivity activity, double blockTarget) {
        return move(activity, DrillerControls.ALL_OFF, blockTarget, TRIPPING_M_PER_S);
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

    static DrillerInstruction stop(double block, int seconds) {
        return new DrillerInstruction(
                RigActivity.STATIC, DrillerControls.ALL_OFF, block, REAMING_M_PER_S, seconds, HoleCondition.CLEAN);
    }

    static DrillerInstruction slips(double blockTarget, int seconds) {
        return new DrillerInstruction(
                RigActivity.IN_SLIPS,
                DrillerControls.ALL_OFF,
                blockTarget,
                EMPTY_BLOCK_M_PER_S,
                seconds,
                HoleCondition.CLEAN);
    }

    DrillerInstruction whilePackingOff() {
        return new DrillerInstruction(
                activity, controls, blockTarget, maxBlockSpeed, minSeconds, HoleCondition.PACKING_OFF);
    }

    boolean isDone(StringPosition position, int secondsSpent) {
        return secondsSpent >= minSeconds && Math.abs(position.block() - blockTarget) < 1e-6;
    }

    private static DrillerInstruction move(
            RigActivity activity, DrillerControls controls, double blockTarget, double maxSpeed) {
        return new DrillerInstruction(activity, controls, blockTarget, maxSpeed, 0, HoleCondition.CLEAN);
    }
}
