package derrick.domain.simulation;

/** What a rig is doing. */
public enum RigActivity {
    /** Makes hole: the whole string turns. */
    ROTARY_DRILLING,
    /** Makes hole: only the motor turns the bit, the string is held in the direction the well shall take. */
    SLIDING,
    /** Works its way down through hole that is there already, pumping and turning. */
    REAMING,
    /** The same, upwards. */
    BACK_REAMING,
    /** Goes down through hole that is there already, pumping but not turning. */
    WASHING,
    /** Pumps to bring up what lies in the hole; the string stays at its depth. */
    CIRCULATING,
    /** The string hangs on the hook; nothing moves. */
    STATIC,
    /** The string hangs in the slips, so that a stand can be screwed on or off. */
    IN_SLIPS,
    /** Runs pipe into the hole, pumps off. */
    TRIPPING_IN,
    /** Pulls pipe out of the hole, pumps off. */
    TRIPPING_OUT;

    /** Whether the hole gets deeper. */
    public boolean makesHole() {
        return this == ROTARY_DRILLING || this == SLIDING;
    }
}
