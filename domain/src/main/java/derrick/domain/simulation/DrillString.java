package derrick.domain.simulation;

/** A 12 1/4 inch bit on drill collars and 5 1/2 inch drill pipe: hook load and torque. */
final class DrillString {
    /** Travelling block, hook and top drive: the hook load in slips. */
    static final double BLOCK_WEIGHT_T = 35;

    private static final double COLLARS_M = 180;
    private static final double COLLARS_T_PER_M = 0.16;
    private static final double PIPE_T_PER_M = 0.0368;

    /** The buoyancy factor; the density of steel is 7.85 g/cm3. */
    private static final double BUOYANCY = 1 - Hydraulics.MUD_DENSITY_G_PER_CM3 / 7.85;

    /** Axial drag as a fraction of the string weight, without rotation. */
    private static final double DRAG = 0.06;

    private static final double BIT_DIAMETER_M = 0.311;
    private static final double BIT_FRICTION = 0.6;
    private static final double NEWTON_PER_T = 9806.65;

    /** Torque from friction at the wall of the hole, N.m per metre of rotating string. */
    private static final double WALL_TORQUE_N = 2.4;

    /** Reactive torque of the motor at the surface when sliding, as a fraction of the bit torque. */
    private static final double REACTIVE_FRACTION = 0.2;

    private DrillString() {}

    /**
     * Returns the hook load with the string out of slips, t.
     *
     * @param up the upward speed of the bit, m/s
     */
    static double hookLoad(StringPosition position, double up, DrillerControls controls, double packOff) {
        double drag = controls.rotarySpeed() > 0 ? 0 : DRAG * (1 + packOff) * Math.signum(up);
        return BLOCK_WEIGHT_T + stringWeight(position) * (1 + drag) - controls.weightOnBit();
    }

    /** Returns the torque at the surface, N.m. */
    static double torque(StringPosition position, DrillerControls controls, double packOff) {
        double bitTorque = controls.weightOnBit() * NEWTON_PER_T * BIT_FRICTION * BIT_DIAMETER_M / 3;
        double rotating = Math.min(1, controls.rotarySpeed() / 20);
        double wallTorque = WALL_TORQUE_N * position.bit() * (1 + packOff);
        return rotating * (bitTorque + wallTorque) + (1 - rotating) * REACTIVE_FRACTION * bitTorque;
    }

    /** Returns the weight of the string from bit to block, t; a stand counts as soon as it is connected. */
    private static double stringWeight(StringPosition position) {
        double length = position.bit() + position.block();
        double collars = Math.min(length, COLLARS_M);
        return BUOYANCY * (collars * COLLARS_T_PER_M + (length - collars) * PIPE_T_PER_M);
    }
}
