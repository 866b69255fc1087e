package derrick.domain.simulation;

import derrick.domain.sensor.Channel;
import java.util.Map;

/**
 * Measures the rock from behind the bit while drilling. It speaks to the surface by pulses in the mud, so that without
 * flow it is silent: its channels are gaps then.
 */
final class LwdTool {
    private static final double BEHIND_BIT_M = 12;
    private static final double LEAST_FLOW_L_PER_MIN = 1500;

    /** It averages over so long, and a bed's edge is smeared by it. */
    private static final double AVERAGES_S = 30;

    private static final double CALM_G = 0.1;

    /** Lateral shaking of a string at 100 turns a minute, off bottom. */
    private static final double SHAKING_G = 0.8;

    /** A bit that bites shakes that much more, for each tonne on it. */
    private static final double BITING_PER_T = 0.15;

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

    /** Measures for a second and, where there is flow, reports it. */
    void report(StringPosition position, DrillerControls controls, Map<Channel, Double> actual) {
        double shaking = shaking(controls);
        if (controls.flow() < LEAST_FLOW_L_PER_MIN) {
            return;
        }
        Rock rock = rockAt(position);
        actual.put(Channel.GAMMA_RAY, gammaRay.follow(rock.gammaRay(), AVERAGES_S));
        actual.put(Channel.RESISTIVITY, resistivity.follow(rock.resistivity(), AVERAGES_S));
        actual.put(Channel.DENSITY, density.follow(rock.density(), AVERAGES_S));
        actual.put(Channel.POROSITY, porosity.follow(rock.porosity(), AVERAGES_S));
        actual.put(Channel.VIBRATION, shaking);
    }

    private double shaking(DrillerControls controls) {
        double turning = SHAKING_G * controls.rotarySpeed() / 100;
        return CALM_G + turning * (1 + BITING_PER_T * controls.weightOnBit()) * StrictMath.exp(roughness.next());
    }

    private Rock rockAt(StringPosition position) {
        return formation.rockAt(position.bit() - BEHIND_BIT_M);
    }
}
