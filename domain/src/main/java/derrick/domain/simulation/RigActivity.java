package derrick.domain.simulation;

/** The activity of a rig. */
public enum RigActivity {
    /** Drilling with rotation of the whole string. */
    ROTARY_DRILLING,
    /** Drilling with rotation of the bit by the motor only, to steer. */
    SLIDING,
    /** Moving down in existing hole, with pumps and rotation. */
    REAMING,
    /** Moving up, with pumps and rotation. */
    BACK_REAMING,
    /** Moving down in existing hole, with pumps but without rotation. */
    WASHING,
    /** Pumping to clean the hole, without axial movement. */
    CIRCULATING,
    /** The string hangs on the hook; nothing moves. */
    STATIC,
    /** The string hangs in the slips, to connect or disconnect a stand. */
    IN_SLIPS,
    /** Running pipe into the hole, pumps off. */
    TRIPPING_IN,
    /** Pulling pipe out of the hole, pumps off. */
    TRIPPING_OUT;

    /** Returns whether the hole gets deeper. */
    public boolean makesHole() {
        return this == ROTARY_DRILLING || this == SLIDING;
    }
}
