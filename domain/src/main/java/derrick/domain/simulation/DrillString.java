package derrick.domain.simulation;

/** A bit of 12 1/4 inches on drill collars and 5 1/2 inch drill pipe, hanging on the block. */
final class DrillString {
    /** Travelling block, hook and top drive: what the hook carries when the string hangs in the slips. */
    static final double BLOCK_WEIGHT_T = 35;

    private static final double COLLARS_M = 180;
    private static final double COLLARS_T_PER_M = 0.16;
    private static final double PIPE_T_PER_M = 0.0368;

    /** The string displaces mud as heavy as this share of it: 1.25 g/cm3 against steel's 7.85. */
    private static final double BUOYANCY = 1 - Hydraulics.MUD_DENSITY_G_PER_CM3 / 7.85;

    /** The wall of the hole holds a string that slides along it by this share of its weight. */
    private static final double DRAG = 0.06;

    private static final double BIT_DIAMETER_M = 0.311;
    private static final double BIT_FRICTION = 0.6;
    private static final double NEWTON_PER_T = 9806.65;

    /** Twists the string against the wall of the hole, N.m for each metre that turns. */
    private static final double WALL_TORQUE_N = 2.4;

    /** What the motor turns back against when it alone turns the bit, as a share of the bit's torque. */
    private static final double REACTIVE_SHARE = 0.2;

    private DrillString() {}

    /**
     * Hook load with the string out of the slips, t.
     *
     * @param up how fast the bit goes up, m/s; negative goes down
     */
    static double hookLoad(StringPosition position, double up, DrillerControls controls, double packOff) {
        double held = controls.rotarySpeed() > 0 ? 0 : DRAG * (1 + packOff) * Math.signum(up);
        return BLOCK_WEIGHT_T + stringWeight(position) * (1 + held) - controls.weightOnBit();
    }

    /** Torque at the surface, N.m. */
    static double torque(StringPosition position, DrillerControls controls, double packOff) {
        double atTheBit = controls.weightOnBit() * NEWTON_PER_T * BIT_FRICTION * BIT_DIAMETER_M / 3;
        double turning = Math.min(1, controls.rotarySpeed() / 20);
        double atTheWall = WALL_TORQUE_N * position.bit() * (1 + packOff);
        return turning * (atTheBit + atTheWall) + (1 - turning) * REACTIVE_SHARE * atTheBit;
    }

    /**
     * From the bit up to the block: a stand adds to it as soon as it is screwed on, not when it has gone below the
     * floor.
     */
    private static double stringWeight(StringPosition position) {
        double length = position.bit() + position.block();
        double collars = Math.min(length, COLLARS_M);
        return BUOYANCY * (collars * COLLARS_T_PER_M + (length - collars) * PIPE_T_PER_M);
    }
}
