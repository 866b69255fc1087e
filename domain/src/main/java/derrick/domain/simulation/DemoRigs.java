package derrick.domain.simulation;

import derrick.domain.rig.RigId;
import java.util.List;

/** The plans of the two demonstration rigs, which are rarely in the same activity. */
public final class DemoRigs {
    /** A rig that is drilling, with a connection soon. */
    public static final RigPlan ALPHA = new RigPlan(
            new RigId("demo-alpha"), 2, new StringPosition(2150, 2150, StringPosition.LOW_BLOCK_M + 6), 4, 8);

    /** A rig that is tripping in from the casing shoe. */
    public static final RigPlan BRAVO = new RigPlan(
            new RigId("demo-bravo"),
            5,
            new StringPosition(2480, 2480 - 20 * StringPosition.STAND_M, StringPosition.LOW_BLOCK_M),
            2,
            20);

    private DemoRigs() {}

    public static List<RigPlan> all() {
        return List.of(ALPHA, BRAVO);
    }
}
