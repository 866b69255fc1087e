package derrick.domain.simulation;

import static derrick.domain.simulation.RigActivity.BACK_REAMING;
import static derrick.domain.simulation.RigActivity.REAMING;
import static derrick.domain.simulation.RigActivity.ROTARY_DRILLING;
import static derrick.domain.simulation.RigActivity.SLIDING;
import static derrick.domain.simulation.RigActivity.TRIPPING_IN;
import static derrick.domain.simulation.RigActivity.TRIPPING_OUT;
import static derrick.domain.simulation.RigActivity.WASHING;
import static derrick.domain.simulation.StringPosition.HIGH_BLOCK_M;
import static derrick.domain.simulation.StringPosition.LOW_BLOCK_M;
import static derrick.domain.simulation.StringPosition.STAND_M;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a rig does one thing after the other: it drills a stand down, screws on the next, and after some stands pulls up
 * to the casing shoe and comes back. Every second stand the hole packs off and is worked free.
 */
final class DrillingProgram {
    /** Here the well is as deep as it was meant to be; from then on it is only stored open. */
    private static final double TOTAL_DEPTH_M = 6000;

    /** High enough above the bottom to turn pumps and string on and off without making hole. */
    private static final double OFF_BOTTOM_M = 1.5;

    private static final double REAMED_PER_STAND_M = 10;
    private static final double WORKED_FREE_M = 6;
    private static final double DRILLED_WHILE_PACKING_OFF_M = 5;

    /** The string is not pulled higher than this: here would be the casing shoe. */
    private static final double SHOE_DEPTH_M = 500;

    private final RigPlan plan;
    private final SeededRandom random;
    private final Queue<DrillerInstruction> orders = new ArrayDeque<>();
    private DrillerControls drilling = DrillerControls.ALL_OFF;
    private int standsDrilled;
    private int standsSinceTrip;

    DrillingProgram(RigPlan plan, SeededRandom random) {
        this.plan = plan;
        this.random = random;
    }

    /** The next thing to do for a rig that has done all it was told and stands here now. */
    DrillerInstruction next(StringPosition position) {
        if (orders.isEmpty()) {
            drilling = new DrillerControls(
                    random.between(10, 13), random.between(110, 140), Hydraulics.flowFor(position.hole()));
            plan(position);
        }
        return orders.remove();
    }

    private void plan(StringPosition position) {
        if (!position.onBottom()) {
            runToBottom(position);
        } else if (isTimeToTrip(position)) {
            pullToTheShoe(position);
        } else if (position.standIsDown()) {
            connect();
        } else {
            drillDown(position.block());
        }
    }

    private boolean isTimeToTrip(StringPosition position) {
        return position.hole() >= TOTAL_DEPTH_M || (position.standIsDown() && standsSinceTrip >= plan.standsPerTrip());
    }

    private void drillDown(double block) {
        double from = block;
        if (from - LOW_BLOCK_M > STAND_M / 2) {
            from -= random.between(3, 6);
            orders.add(DrillerInstruction.makeHole(SLIDING, sliding(), from));
        }
        if (standsDrilled % 2 == 1 && from - LOW_BLOCK_M > 2 * DRILLED_WHILE_PACKING_OFF_M) {
            from -= DRILLED_WHILE_PACKING_OFF_M;
            orders.add(
                    DrillerInstruction.makeHole(ROTARY_DRILLING, drilling, from).whileTheHolePacksOff());
            workFree(from);
        }
        orders.add(DrillerInstruction.makeHole(ROTARY_DRILLING, drilling, LOW_BLOCK_M));
        standsDrilled++;
        standsSinceTrip++;
    }

    /** Steered with the motor: less weight, or it stalls, and no rotation of the string. */
    private DrillerControls sliding() {
        return new DrillerControls(drilling.weightOnBit() * 0.7, 0, drilling.flow());
    }

    private void workFree(double block) {
        orders.add(DrillerInstruction.workTo(BACK_REAMING, drilling, block + WORKED_FREE_M));
        orders.add(DrillerInstruction.circulate(drilling, block + WORKED_FREE_M, minutes(10, 14)));
        orders.add(DrillerInstruction.workTo(REAMING, drilling, block));
    }

    /**
     * The stand is reamed once and the cuttings are lifted clear of the bit before the pumps go off for the next one.
     */
    private void connect() {
        double slipsSet = LOW_BLOCK_M + OFF_BOTTOM_M;
        double slipsPulled = HIGH_BLOCK_M + OFF_BOTTOM_M;
        orders.add(DrillerInstruction.workTo(BACK_REAMING, drilling, LOW_BLOCK_M + REAMED_PER_STAND_M));
        orders.add(DrillerInstruction.workTo(REAMING, drilling, slipsSet));
        orders.add(DrillerInstruction.circulate(drilling, slipsSet, minutes(1, 2)));
        orders.add(DrillerInstruction.stopEverything(slipsSet, 30));
        orders.add(DrillerInstruction.slips(slipsPulled, minutes(2, 4)));
        orders.add(DrillerInstruction.stopEverything(slipsPulled, 10));
        orders.add(DrillerInstruction.circulate(drilling, slipsPulled, minutes(1, 2)));
        orders.add(DrillerInstruction.workTo(REAMING, drilling, HIGH_BLOCK_M));
    }

    private void pullToTheShoe(StringPosition position) {
        orders.add(DrillerInstruction.workTo(BACK_REAMING, drilling, position.block() + OFF_BOTTOM_M));
        orders.add(DrillerInstruction.circulate(drilling, position.block() + OFF_BOTTOM_M, minutes(15, 25)));
        orders.add(DrillerInstruction.stopEverything(position.block() + OFF_BOTTOM_M, 45));
        double bit = position.bit() - (HIGH_BLOCK_M - position.block());
        for (int stand = 0; stand < plan.standsPulled() && bit > SHOE_DEPTH_M; stand++) {
            orders.add(DrillerInstruction.tripTo(TRIPPING_OUT, HIGH_BLOCK_M));
            orders.add(DrillerInstruction.slips(LOW_BLOCK_M, minutes(1, 1.8)));
            bit -= STAND_M;
        }
        standsSinceTrip = 0;
    }

    /** Runs in stand by stand; the last one is washed and reamed down, for there cuttings may lie. */
    private void runToBottom(StringPosition position) {
        double toGo = position.hole() - position.bit();
        double block = position.block();
        while (toGo > block - LOW_BLOCK_M + 1e-6) {
            orders.add(DrillerInstruction.tripTo(TRIPPING_IN, LOW_BLOCK_M));
            orders.add(DrillerInstruction.slips(HIGH_BLOCK_M, minutes(1, 1.8)));
            toGo -= block - LOW_BLOCK_M;
            block = HIGH_BLOCK_M;
        }
        orders.add(DrillerInstruction.circulate(drilling.withoutRotation(), block, minutes(1, 2)));
        orders.add(DrillerInstruction.workTo(WASHING, drilling.withoutRotation(), block - toGo / 2));
        orders.add(DrillerInstruction.workTo(REAMING, drilling, block - toGo));
    }

    private int minutes(double low, double high) {
        return (int) (60 * random.between(low, high));
    }
}
