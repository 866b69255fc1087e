package derrick.domain.simulation;

import derrick.domain.rig.RigId;
import java.util.List;

/**
 * The two rigs that are shown to somebody who has none: whenever one looks, one of them is likely to do something else.
 */
public final class DemoRigs {
    /** Drills ahead, and will soon make its first connection. */
    public static final RigPlan ALPHA = new RigPlan(
            new RigId("demo-alpha"), 2, new StringPosition(2150, 2150, StringPosition.LOW_BLOCK_M + 6), 4, 8);

    /** Is on its way back to bottom from the casing shoe. */
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
