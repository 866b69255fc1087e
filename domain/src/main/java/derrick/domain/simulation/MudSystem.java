package derrick.domain.simulation;

/**
 * The mud on its way round: from the pits down the pipe, up the annulus and, later than it went in, back to the pits.
 */
final class MudSystem {
    /** So long the flow line goes on running when the pumps have stopped. */
    private static final double FLOW_LINE_S = 14;

    private static final double HOLE_L_PER_M = 76;

    /** Steel of the pipe, which drives mud out as it goes in, and leaves its room to mud as it comes out. */
    private static final double PIPE_STEEL_L_PER_M = 4.7;

    /** Behind a pack-off this share of the mud goes into the rock. */
    private static final double LOST_BEHIND_PACK_OFF = 0.2;

    private static final double LOW_PIT_M3 = 45;
    private static final double FULL_PIT_M3 = 70;

    /** New mud is mixed while drilling only: on a trip the pits must show what the hole takes and gives. */
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
     * A second goes by.
     *
     * @param newHole m drilled in it
     * @param down how far the bit went down in it, m; negative is up
     */
    void flow(double flowIn, double newHole, double down, StringPosition position, double packOff) {
        double returning = flowOut.follow(flowIn * (1 - LOST_BEHIND_PACK_OFF * packOff), FLOW_LINE_S);
        double displaced = 60 * (PIPE_STEEL_L_PER_M * down - HOLE_L_PER_M * newHole);
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

    /** L/min. */
    double flowOut() {
        return flowOutNow;
    }

    /** Volume in the active pits, m3. */
    double pitVolume() {
        return pit;
    }

    /** Of the mud, degC. */
    double temperature() {
        return temperature.value();
    }

    private static double returnTemperature(StringPosition position) {
        return SURFACE_DEGC + DEGC_PER_M * position.hole();
    }
}
