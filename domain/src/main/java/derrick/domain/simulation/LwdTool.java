package derrick.domain.simulation;

import derrick.domain.sensor.Channel;
import java.util.Map;

/**
 * A logging-while-drilling tool, which measures the rock behind the bit. It sends by mud pulse telemetry: without flow,
 * its channels are gaps.
 */
final class LwdTool {
    private static final double DISTANCE_TO_BIT_M = 12;
    private static final double MIN_FLOW_L_PER_MIN = 1500;

    /** Time constant of the averaging, which blurs the boundaries of beds. */
    private static final double AVERAGING_S = 30;

    private static final double BASE_VIBRATION_G = 0.1;

    /** Lateral vibration at 100 rpm off bottom. */
    private static final double ROTATION_VIBRATION_G = 0.8;

    /** Relative increase of the vibration per tonne of weight on bit. */
    private static final double INCREASE_PER_T = 0.15;

    private final Formation formation;
    private final RandomDrift roughness;
    private final FirstOrderLag gammaRay;
    private final FirstOrderLag resistivity;
    private final FirstOrderLag density;
    private final FirstOrderLag porosity;

    LwdTool(Formation formation, StringPosition start, SeededRandom random) {
        this.formation = formation;
        roughness = new RandomDrift(random, 0.45, 12);
        Rock rock = rockAt(start);
        gammaRay = new FirstOrderLag(rock.gammaRay());
        resistivity = new FirstOrderLag(rock.resistivity());
        density = new FirstOrderLag(rock.density());
        porosity = new FirstOrderLag(rock.porosity());
    }

    /** Measures for a second and, if there is flow, adds the values to {@code actual}. */
    void report(StringPosition position, DrillerControls controls, Map<Channel, Double> actual) {
        double vibration = vibration(controls);
        if (controls.flow() < MIN_FLOW_L_PER_MIN) {
            return;
        }
        Rock rock = rockAt(position);
        actual.put(Channel.GAMMA_RAY, gammaRay.follow(rock.gammaRay(), AVERAGING_S));
        actual.put(Channel.RESISTIVITY, resistivity.follow(rock.resistivity(), AVERAGING_S));
        actual.put(Channel.DENSITY, density.follow(rock.density(), AVERAGING_S));
        actual.put(Channel.POROSITY, porosity.follow(rock.porosity(), AVERAGING_S));
        actual.put(Channel.VIBRATION, vibration);
    }

    private double vibration(DrillerControls controls) {
        double rotation = ROTATION_VIBRATION_G * controls.rotarySpeed() / 100;
        return BASE_VIBRATION_G
                + rotation * (1 + INCREASE_PER_T * controls.weightOnBit()) * StrictMath.exp(roughness.next());
    }

    private Rock rockAt(StringPosition position) {
        return formation.rockAt(position.bit() - DISTANCE_TO_BIT_M);
    }
}
