package derrick.domain.simulation;

/**
 * A bed of rock.
 *
 * @param gammaRay gAPI
 * @param porosity fraction
 * @param waterSaturation share of the pores that holds water, the rest holds hydrocarbons
 * @param matrixDensity of the grains without the pores, g/cm3
 * @param drillability how fast a usual bit goes through it with 10 t on it and 200 turns a minute, m/h
 */
record Rock(double gammaRay, double porosity, double waterSaturation, double matrixDensity, double drillability) {
    private static final double USUAL_WEIGHT_T = 10;
    private static final double USUAL_BIT_SPEED_PER_MIN = 200;

    /** The mud motor above the bit turns it as the mud goes through. */
    private static final double MOTOR_TURNS_PER_LITRE = 0.03;

    private static final double PORE_FLUID_DENSITY_G_PER_CM3 = 1.05;
    private static final double FORMATION_WATER_OHM_M = 0.04;

    /** m/h: nearly straight with the weight, less than straight with the speed of the bit. */
    double rateOfPenetration(DrillerControls controls) {
        double bitSpeed = controls.rotarySpeed() + MOTOR_TURNS_PER_LITRE * controls.flow();
        return drillability
                * StrictMath.pow(controls.weightOnBit() / USUAL_WEIGHT_T, 1.1)
                * StrictMath.pow(bitSpeed / USUAL_BIT_SPEED_PER_MIN, 0.6);
    }

    /** Bulk density, g/cm3: the grains' and the pores', by their shares. */
    double density() {
        return (1 - porosity) * matrixDensity + porosity * PORE_FLUID_DENSITY_G_PER_CM3;
    }

    /** ohm.m, after Archie: it is the water in the pores that conducts. */
    double resistivity() {
        double conductingShare = porosity * waterSaturation;
        return FORMATION_WATER_OHM_M / (conductingShare * conductingShare);
    }

    /** Share of the rock that is gas or oil. */
    double hydrocarbons() {
        return porosity * (1 - waterSaturation);
    }
}
