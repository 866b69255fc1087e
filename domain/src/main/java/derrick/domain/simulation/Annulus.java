package derrick.domain.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The annulus: mud carries gas from the bit to the surface, where it is measured after the lag time.
 */
final class Annulus {
    private static final double VOLUME_L_PER_M = 60.7;
    private static final double BACKGROUND_PERCENT = 0.3;

    /** Gas from a metre drilled in a second through rock that is all gas, %. */
    private static final double DRILLED_GAS_PERCENT = 1500;

    /** Gas that enters while the pumps are off, because the pressure on the rock is lower: % of a parcel per second. */
    private static final double CONNECTION_GAS_PERCENT_PER_S = 0.8;

    private static final double MAX_CONNECTION_GAS_PERCENT = 240;

    /** Time constant of the dispersion in the annulus, and of the gas trap at the shaker. */
    private static final double DISPERSION_S = 45;

    /** Time constant of the decay at the gas trap without flow. */
    private static final double DECAY_S = 750;

    private final Queue<Parcel> parcels = new ArrayDeque<>();
    private final FirstOrderLag dispersion = new FirstOrderLag(BACKGROUND_PERCENT);
    private final FirstOrderLag trap = new FirstOrderLag(BACKGROUND_PERCENT);
    private double litresInAnnulus;
    private double connectionGas;

    private record Parcel(double litres, double gas) {}

    /** Advances by a second. */
    void pump(double flow, Rock rock, StringPosition position, double metresDrilled) {
        if (flow <= 0) {
            connectionGas = Math.min(MAX_CONNECTION_GAS_PERCENT, connectionGas + CONNECTION_GAS_PERCENT_PER_S);
            trap.follow(0, DECAY_S);
            return;
        }
        double drilledGas = DRILLED_GAS_PERCENT * metresDrilled * rock.hydrocarbons();
        parcels.add(new Parcel(flow / 60, BACKGROUND_PERCENT + drilledGas + connectionGas));
        connectionGas = 0;
        litresInAnnulus += flow / 60;
        double arriving = BACKGROUND_PERCENT;
        while (litresInAnnulus > VOLUME_L_PER_M * position.bit()) {
            Parcel parcel = parcels.remove();
            litresInAnnulus -= parcel.litres();
            arriving = Math.max(arriving, parcel.gas());
        }
        trap.follow(dispersion.follow(arriving, DISPERSION_S), DISPERSION_S);
    }

    /** Returns the total gas at the shaker, %. */
    double gas() {
        return trap.value();
    }
}
