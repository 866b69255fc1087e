package derrick.domain.simulation;

/** What it takes to press the mud down the pipe, through the bit and up the annulus. */
final class Hydraulics {
    static final double MUD_DENSITY_G_PER_CM3 = 1.25;

    private static final double USUAL_FLOW_L_PER_MIN = 3000;

    /** At the usual flow: lost in bit and motor, and lost in each metre of pipe. */
    private static final double BIT_AND_MOTOR_BAR = 85;

    private static final double PIPE_BAR_PER_M = 0.032;

    /** A motor that works harder takes more pressure: bar for each tonne on the bit. */
    private static final double MOTOR_BAR_PER_T = 1.2;

    /** An annulus that is packed off as far as it gets takes this much more. */
    private static final double PACKED_OFF_SHARE = 0.3;

    private static final double MOST_FLOW_L_PER_MIN = 3300;

    /** What the driller lets stand in the pipe off bottom; the relief valves blow not far above. */
    private static final double MOST_PRESSURE_BAR = 215;

    private Hydraulics() {}

    /** Standpipe pressure, bar: it grows with the square of the flow. */
    static double pressure(StringPosition position, DrillerControls controls, double packOff) {
        double flow = controls.flow() / USUAL_FLOW_L_PER_MIN;
        double motor = Math.min(1, flow) * MOTOR_BAR_PER_T * controls.weightOnBit();
        return flow * flow * atUsualFlow(position.bit()) * (1 + PACKED_OFF_SHARE * packOff) + motor;
    }

    /**
     * The flow that the driller takes at a depth, L/min: all that the pumps give, and less where the pressure forbids.
     */
    static double flowFor(double depth) {
        double allowed = USUAL_FLOW_L_PER_MIN * Math.sqrt(MOST_PRESSURE_BAR / atUsualFlow(depth));
        return Math.min(MOST_FLOW_L_PER_MIN, allowed);
    }

    private static double atUsualFlow(double depth) {
        return BIT_AND_MOTOR_BAR + PIPE_BAR_PER_M * depth;
    }
}
