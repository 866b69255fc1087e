package derrick.domain.simulation;

/** The standpipe pressure, and the flow that it permits. */
final class Hydraulics {
    static final double MUD_DENSITY_G_PER_CM3 = 1.25;

    private static final double REFERENCE_FLOW_L_PER_MIN = 3000;

    /** Pressure loss in bit and motor at the reference flow. */
    private static final double BIT_AND_MOTOR_BAR = 85;

    /** Pressure loss in pipe and annulus at the reference flow. */
    private static final double PIPE_BAR_PER_M = 0.032;

    /** Differential pressure of the motor per tonne of weight on bit. */
    private static final double MOTOR_BAR_PER_T = 1.2;

    /** Additional pressure loss in a packed-off annulus, as a fraction. */
    private static final double PACK_OFF_FRACTION = 0.3;

    private static final double MAX_FLOW_L_PER_MIN = 3300;

    /** The highest off-bottom pressure that the driller accepts, below the setting of the relief valves. */
    private static final double MAX_PRESSURE_BAR = 215;

    private Hydraulics() {}

    /** Returns the standpipe pressure, bar, which is proportional to the square of the flow. */
    static double pressure(StringPosition position, DrillerControls controls, double packOff) {
        double flow = controls.flow() / REFERENCE_FLOW_L_PER_MIN;
        double motor = Math.min(1, flow) * MOTOR_BAR_PER_T * controls.weightOnBit();
        return flow * flow * lossAtReferenceFlow(position.bit()) * (1 + PACK_OFF_FRACTION * packOff) + motor;
    }

    /** Returns the flow at a depth, L/min: limited by the pumps and by the pressure. */
    static double flowFor(double depth) {
        double pressureLimit = REFERENCE_FLOW_L_PER_MIN * Math.sqrt(MAX_PRESSURE_BAR / lossAtReferenceFlow(depth));
        return Math.min(MAX_FLOW_L_PER_MIN, pressureLimit);
    }

    private static double lossAtReferenceFlow(double depth) {
        return BIT_AND_MOTOR_BAR + PIPE_BAR_PER_M * depth;
    }
}
