package derrick.domain.simulation;

/**
 * Carries out the orders of the program, second by second: moves the block and works the pumps, the rotary and the
 * brake.
 */
final class Driller {
    /**
     * In the last decimetres the weight is drilled off, so that it is gone before the bit is lifted: t for each metre
     * to go.
     */
    private static final double DRILL_OFF_T_PER_M = 30;

    private static final double LEAST_WEIGHT_T = 2;

    /** The draw-works is eased in and, near its mark, braked: m/s² from rest, m/s for each metre to go. */
    private static final double EASE_IN_M_PER_S2 = 0.1;

    private static final double BRAKE_PER_S = 0.3;
    private static final double CREEP_M_PER_S = 0.02;

    private static final double SECONDS_PER_HOUR = 3600;

    private final DrillingProgram program;
    private final Formation formation;
    private final RandomDrift hand;
    private final RateLimiter weight;
    private final RateLimiter rotary;
    private final RateLimiter pumps;

    private StringPosition position;
    private DrillerInstruction order;
    private int secondsSpent;
    private double metresDrilled;

    /** Takes over a rig that is already doing what the program says first. */
    Driller(DrillingProgram program, Formation formation, StringPosition start, SeededRandom random) {
        this.program = program;
        this.formation = formation;
        this.hand = new RandomDrift(random, 0.05, 20);
        this.position = start;
        this.order = program.next(start);
        DrillerControls running = order.controls();
        this.weight = new RateLimiter(running.weightOnBit(), 0.4, 2);
        this.rotary = new RateLimiter(running.rotarySpeed(), 6, 12);
        this.pumps = new RateLimiter(running.flow(), 70, 200);
    }

    /** Works for a second. */
    void work() {
        while (order.isDone(position, secondsSpent)) {
            order = program.next(position);
            secondsSpent = 0;
        }
        rotary.follow(order.controls().rotarySpeed());
        pumps.follow(order.controls().flow());
        if (order.activity().makesHole()) {
            makeHole();
        } else {
            moveBlock();
        }
        secondsSpent++;
    }

    DrillerInstruction order() {
        return order;
    }

    StringPosition position() {
        return position;
    }

    /** How much deeper the hole got in the last second, m. */
    double metresDrilled() {
        return metresDrilled;
    }

    /** What weighs on the bit, what turns and what is pumped, as it is and not as it was asked for. */
    DrillerControls controls() {
        return new DrillerControls(weight.value(), rotary.value(), pumps.value());
    }

    private void makeHole() {
        double toGo = position.block() - order.blockTo();
        double asked = order.controls().weightOnBit() * (1 + hand.next());
        weight.follow(Math.min(asked, LEAST_WEIGHT_T + DRILL_OFF_T_PER_M * toGo));
        double metresPerHour = formation.rockAt(position.hole()).rateOfPenetration(controls());
        metresDrilled = Math.min(toGo, metresPerHour / SECONDS_PER_HOUR);
        position = position.drilled(metresDrilled);
    }

    private void moveBlock() {
        double toGo = Math.abs(order.blockTo() - position.block());
        double braked = Math.max(CREEP_M_PER_S, BRAKE_PER_S * toGo);
        double eased = EASE_IN_M_PER_S2 * (secondsSpent + 1);
        double metres = Math.min(toGo, Math.min(order.blockSpeed(), Math.min(braked, eased)));
        double block = position.block() + Math.copySign(metres, order.blockTo() - position.block());
        position = order.activity() == RigActivity.IN_SLIPS
                ? position.blockAloneTo(block)
                : position.blockWithBitTo(block);
        metresDrilled = 0;
        if (!position.onBottom()) {
            weight.drop();
        }
    }
}
