package derrick.domain.simulation;

/**
 * What the driller asks of the machines.
 *
 * @param weightOnBit t
 * @param rotarySpeed of the string, 1/min
 * @param flow of the pumps, L/min
 */
record Controls(double weightOnBit, double rotarySpeed, double flow) {
    static final Controls ALL_OFF = new Controls(0, 0, 0);

    Controls withoutWeight() {
        return new Controls(0, rotarySpeed, flow);
    }

    Controls withoutRotation() {
        return new Controls(weightOnBit, 0, flow);
    }
}
