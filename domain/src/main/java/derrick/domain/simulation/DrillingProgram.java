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
 * Plans the sequence of instructions: drill a stand down, make a connection, and after some stands pull out to the
 * casing shoe and run in again. At every second stand the hole packs off and is worked free.
 */
final class DrillingProgram {
    /** At this depth drilling ends, and only wiper trips follow. */
    private static final double TOTAL_DEPTH_M = 6000;

    /** The distance off bottom at which pumps and rotary are started and stopped. */
    private static final double OFF_BOTTOM_M = 1.5;

    private static final double REAMED_PER_STAND_M = 10;
    private static final double WORKED_FREE_M = 6;
    private static final double DRILLED_WHILE_PACKING_OFF_M = 5;
    private static final double SHOE_DEPTH_M = 500;

    private final RigPlan plan;
    private final SeededRandom random;
    private final Queue<DrillerInstruction> instructions = new ArrayDeque<>();
    private DrillerControls drilling = DrillerControls.ALL_OFF;
    private int standsDrilled;
    private int standsSinceTrip;

    DrillingProgram(RigPlan plan, SeededRandom random) {
        this.plan = plan;
        this.random = random;
    }

    /** Returns the next instruction for a rig that has completed the last one at this position. */
    DrillerInstruction next(StringPosition position) {
        if (instructions.isEmpty()) {
            drilling = new DrillerControls(
                    random.between(10, 13), random.between(110, 140), Hydraulics.flowFor(position.hole()));
            plan(position);
        }
        return instructions.remove();
    }

    private void plan(StringPosition position) {
        if (!position.onBottom()) {
            runToBottom(position);
        } else if (isTimeToTrip(position)) {
            pullToShoe(position);
        } else if (position.isStandDown()) {
            connect();
        } else {
            drillDown(position.block());
        }
    }

    private boolean isTimeToTrip(StringPosition position) {
        return position.hole() >= TOTAL_DEPTH_M || (position.isStandDown() && standsSinceTrip >= plan.standsPerTrip());
    }

    private void drillDown(double block) {
        double from = block;
        if (from - LOW_BLOCK_M > STAND_M / 2) {
            from -= random.between(3, 6);
            instructions.add(DrillerInstruction.drill(SLIDING, sliding(), from));
        }
        if (standsDrilled % 2 == 1 && from - LOW_BLOCK_M > 2 * DRILLED_WHILE_PACKING_OFF_M) {
            from -= DRILLED_WHILE_PACKING_OFF_M;
            instructions.add(
                    DrillerInstruction.drill(ROTARY_DRILLING, drilling, from).whilePackingOff());
            workFree(from);
        }
        instructions.add(DrillerInstruction.drill(ROTARY_DRILLING, drilling, LOW_BLOCK_M));
        standsDrilled++;
        standsSinceTrip++;
    }

    /** Returns the controls for sliding: no rotation of the string, and less weight, because the motor would stall. */
    private DrillerControls sliding() {
        return new DrillerControls(drilling.weightOnBit() * 0.7, 0, drilling.flow());
    }

    private void workFree(double block) {
        instructions.add(DrillerInstruction.ream(BACK_REAMING, drilling, block + WORKED_FREE_M));
        instructions.add(DrillerInstruction.circulate(drilling, block + WORKED_FREE_M, minutes(10, 14)));
        instructions.add(DrillerInstruction.ream(REAMING, drilling, block));
    }

    /** Reams the stand and circulates the cuttings clear of the bit, then connects the next stand. */
    private void connect() {
        double slipsSet = LOW_BLOCK_M + OFF_BOTTOM_M;
        double slipsPulled = HIGH_BLOCK_M + OFF_BOTTOM_M;
        instructions.add(DrillerInstruction.ream(BACK_REAMING, drilling, LOW_BLOCK_M + REAMED_PER_STAND_M));
        instructions.add(DrillerInstruction.ream(REAMING, drilling, slipsSet));
        instructions.add(DrillerInstruction.circulate(drilling, slipsSet, minutes(1, 2)));
        instructions.add(DrillerInstruction.stop(slipsSet, 30));
        instructions.add(DrillerInstruction.slips(slipsPulled, minutes(2, 4)));
        instructions.add(DrillerInstruction.stop(slipsPulled, 10));
        instructions.add(DrillerInstruction.circulate(drilling, slipsPulled, minutes(1, 2)));
        instructions.add(DrillerInstruction.ream(REAMING, drilling, HIGH_BLOCK_M));
    }

    private void pullToShoe(StringPosition position) {
        instructions.add(DrillerInstruction.ream(BACK_REAMING, drilling, position.block() + OFF_BOTTOM_M));
        instructions.add(DrillerInstruction.circulate(drilling, position.block() + OFF_BOTTOM_M, minutes(15, 25)));
        instructions.add(DrillerInstruction.stop(position.block() + OFF_BOTTOM_M, 45));
        double bit = position.bit() - (HIGH_BLOCK_M - position.block());
        for (int stand = 0; stand < plan.standsPulled() && bit > SHOE_DEPTH_M; stand++) {
            instructions.add(DrillerInstruction.trip(TRIPPING_OUT, HIGH_BLOCK_M));
            instructions.add(DrillerInstruction.slips(LOW_BLOCK_M, minutes(1, 1.8)));
            bit -= STAND_M;
        }
        standsSinceTrip = 0;
    }

    /** Runs in stand by stand; the last one is washed and reamed down through settled cuttings. */
    private void runToBottom(StringPosition position) {
        double toGo = position.hole() - position.bit();
        double block = position.block();
        while (toGo > block - LOW_BLOCK_M + 1e-6) {
            instructions.add(DrillerInstruction.trip(TRIPPING_IN, LOW_BLOCK_M));
            instructions.add(DrillerInstruction.slips(HIGH_BLOCK_M, minutes(1, 1.8)));
            toGo -= block - LOW_BLOCK_M;
            block = HIGH_BLOCK_M;
        }
        instructions.add(DrillerInstruction.circulate(drilling.withoutRotation(), block, minutes(1, 2)));
        instructions.add(DrillerInstruction.ream(WASHING, drilling.withoutRotation(), block - toGo / 2));
        instructions.add(DrillerInstruction.ream(REAMING, drilling, block - toGo));
    }

    private int minutes(double low, double high) {
        return (int) (60 * random.between(low, high));
    }
}
