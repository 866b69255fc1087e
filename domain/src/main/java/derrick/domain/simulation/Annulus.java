package derrick.domain.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The way up from the bit, on which the mud carries gas: what enters below is read at the surface when it has come up.
 */
final class Annulus {
    private static final double ANNULUS_L_PER_M = 60.7;
    private static final double BACKGROUND_PERCENT = 0.3;

    /** Percent of gas from each metre drilled in a second through rock that is all gas. */
    private static final double DRILLED_GAS_PERCENT = 1500;

    /**
     * With the pumps off the mud weighs less on the rock, which then bleeds a little gas: percent of a parcel a second.
     */
    private static final double CONNECTION_GAS_PERCENT_PER_S = 0.8;

    /** It is no more than this, however long the pumps are off. */
    private static final double MOST_CONNECTION_GAS_PERCENT = 240;

    /** On its way up the gas spreads, and the trap at the shaker smears it once more. */
    private static final double SPREAD_S = 45;

    /** In a flow line that stands still it takes long to go away. */
    private static final double FADES_S = 750;

    private final Queue<Parcel> parcels = new ArrayDeque<>();
    private final FirstOrderLag spread = new FirstOrderLag(BACKGROUND_PERCENT);
    private final FirstOrderLag trap = new FirstOrderLag(BACKGROUND_PERCENT);
    private double litresOnTheirWay;
    private double bledGas;

    private record Parcel(double litres, double gas) {}

    /** A second goes by. */
    void pump(double flow, Rock rock, StringPosition position, double metresDrilled) {
        if (flow <= 0) {
            bledGas = Math.min(MOST_CONNECTION_GAS_PERCENT, bledGas + CONNECTION_GAS_PERCENT_PER_S);
            trap.follow(0, FADES_S);
            return;
        }
        double drilledGas = DRILLED_GAS_PERCENT * metresDrilled * rock.hydrocarbons();
        parcels.add(new Parcel(flow / 60, BACKGROUND_PERCENT + drilledGas + bledGas));
        bledGas = 0;
        litresOnTheirWay += flow / 60;
        double arriving = BACKGROUND_PERCENT;
        while (litresOnTheirWay > ANNULUS_L_PER_M * position.bit()) {
            Parcel parcel = parcels.remove();
            litresOnTheirWay -= parcel.litres();
            arriving = Math.max(arriving, parcel.gas());
        }
        trap.follow(spread.follow(arriving, SPREAD_S), SPREAD_S);
    }

    /** Total gas at the shaker, %. */
    double gas() {
        return trap.value();
    }
}
