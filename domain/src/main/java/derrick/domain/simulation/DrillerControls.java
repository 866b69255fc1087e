package derrick.domain.simulation;

/**
 * The set points or actual values of the driller's controls.
 *
 * @param weightOnBit t
 * @param rotarySpeed of the string, 1/min
 * @param flow mud flow in, L/min
 */
record DrillerControls(double weightOnBit, double rotarySpeed, double flow) {
    static final DrillerControls ALL_OFF = new DrillerControls(0, 0, 0);

    DrillerControls withoutWeight() {
        return new DrillerControls(0, rotarySpeed, flow);
    }

    DrillerControls withoutRotation() {
        return new DrillerControls(weightOnBit, 0, flow);
    }
}
