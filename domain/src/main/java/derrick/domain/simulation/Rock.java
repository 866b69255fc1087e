package derrick.domain.simulation;

/**
 * A bed of rock.
 *
 * @param gammaRay gAPI
 * @param porosity fraction
 * @param waterSaturation fraction of the pore volume that is water; the rest is hydrocarbons
 * @param matrixDensity density of the grains, g/cm3
 * @param drillability rate of penetration at 10 t and 200 rpm, m/h
 */
record Rock(double gammaRay, double porosity, double waterSaturation, double matrixDensity, double drillability) {
    private static final double REFERENCE_WEIGHT_T = 10;
    private static final double REFERENCE_BIT_SPEED_PER_MIN = 200;

    /** Revolutions of the mud motor per litre of flow. */
    private static final double MOTOR_TURNS_PER_LITRE = 0.03;

    private static final double PORE_FLUID_DENSITY_G_PER_CM3 = 1.05;
    private static final double FORMATION_WATER_OHM_M = 0.04;

    /** Returns the rate of penetration, m/h: a power law of the weight on bit and the speed of the bit. */
    double rateOfPenetration(DrillerControls controls) {
        double bitSpeed = controls.rotarySpeed() + MOTOR_TURNS_PER_LITRE * controls.flow();
        return drillability
                * StrictMath.pow(controls.weightOnBit() / REFERENCE_WEIGHT_T, 1.1)
                * StrictMath.pow(bitSpeed / REFERENCE_BIT_SPEED_PER_MIN, 0.6);
    }

    /** Returns the bulk density, g/cm3: the weighted mean of grains and pore fluid. */
    double density() {
        return (1 - porosity) * matrixDensity + porosity * PORE_FLUID_DENSITY_G_PER_CM3;
    }

    /** Returns the resistivity, ohm.m, by Archie's law with both exponents 2. */
    double resistivity() {
        double waterFraction = porosity * waterSaturation;
        return FORMATION_WATER_OHM_M / (waterFraction * waterFraction);
    }

    /** Returns the fraction of the rock that is gas or oil. */
    double hydrocarbons() {
        return porosity * (1 - waterSaturation);
    }
}
