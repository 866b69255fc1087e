package derrick.domain.simulation;

/**
 * The circulation of the mud: flow out, pit volume and temperature.
 */
final class MudSystem {
    /** Time constant of the flow line. */
    private static final double FLOW_LINE_S = 14;

    private static final double HOLE_L_PER_M = 76;

    /** Displacement of the pipe. */
    private static final double PIPE_DISPLACEMENT_L_PER_M = 4.7;

    /** Fraction of the flow that is lost to the rock when the annulus is packed off. */
    private static final double PACK_OFF_LOSS_FRACTION = 0.2;

    private static final double LOW_PIT_M3 = 45;
    private static final double FULL_PIT_M3 = 70;

    /** Rate at which new mud is mixed; not during trips, where the pit volume shows gains and losses. */
    private static final double MIXED_M3_PER_S = 0.01;

    private static final double SURFACE_DEGC = 22;
    private static final double DEGC_PER_M = 0.014;
    private static final double COOLING_S = 3 * 3600;
    private static final double WARMING_S = 50 * 60;

    private final FirstOrderLag flowOut;
    private final FirstOrderLag temperature;
    private double pit = 62;
    private boolean mixing;
    private double flowOutNow;

    MudSystem(StringPosition start, double flowIn) {
        flowOut = new FirstOrderLag(flowIn);
        temperature = new FirstOrderLag(returnTemperature(start));
    }

    /**
     * Advances by a second.
     *
     * @param newHole metres drilled
     * @param down downward movement of the bit, m
     */
    void flow(double flowIn, double newHole, double down, StringPosition position, double packOff) {
        double returning = flowOut.follow(flowIn * (1 - PACK_OFF_LOSS_FRACTION * packOff), FLOW_LINE_S);
        double displaced = 60 * (PIPE_DISPLACEMENT_L_PER_M * down - HOLE_L_PER_M * newHole);
        double backToPit = returning + displaced;
        flowOutNow = Math.max(0, backToPit);
        mixing = mixing ? pit < FULL_PIT_M3 : pit < LOW_PIT_M3;
        pit += (backToPit - flowIn) / 60_000 + (mixing && flowIn > 0 ? MIXED_M3_PER_S : 0);
        if (flowIn > 0) {
            temperature.follow(returnTemperature(position), WARMING_S);
        } else {
            temperature.follow(SURFACE_DEGC, COOLING_S);
        }
    }

    /** Returns the flow out, L/min. */
    double flowOut() {
        return flowOutNow;
    }

    /** Returns the volume in the active pits, m3. */
    double pitVolume() {
        return pit;
    }

    /** Returns the temperature of the returning mud, degC. */
    double temperature() {
        return temperature.value();
    }

    private static double returnTemperature(StringPosition position) {
        return SURFACE_DEGC + DEGC_PER_M * position.hole();
    }
}
