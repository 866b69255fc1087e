package derrick.domain.simulation;

/**
 * Carries out the instructions of the program, second by second: moves the block, and controls the pumps, the rotary
 * and the weight on bit.
 */
final class Driller {
    /** Limit of the weight on bit near the end of an interval, so that it is drilled off: t per metre to go. */
    private static final double DRILL_OFF_T_PER_M = 30;

    private static final double MIN_WEIGHT_T = 2;

    private static final double BLOCK_ACCELERATION_M_PER_S2 = 0.1;

    /** Limit of the block speed near its target: m/s per metre to go. */
    private static final double BRAKING_PER_S = 0.3;

    private static final double MIN_BLOCK_SPEED_M_PER_S = 0.02;

    private static final double SECONDS_PER_HOUR = 3600;

    private final DrillingProgram program;
    private final Formation formation;
    private final RandomDrift weightDrift;
    private final RateLimiter weight;
    private final RateLimiter rotary;
    private final RateLimiter pumps;

    private StringPosition position;
    private DrillerInstruction instruction;
    private int secondsSpent;
    private double metresDrilled;

    /** Starts with the program's first instruction, its controls already in effect. */
    Driller(DrillingProgram program, Formation formation, StringPosition start, SeededRandom random) {
        this.program = program;
        this.formation = formation;
        this.weightDrift = new RandomDrift(random, 0.05, 20);
        this.position = start;
        this.instruction = program.next(start);
        DrillerControls initial = instruction.controls();
        this.weight = new RateLimiter(initial.weightOnBit(), 0.4, 2);
        this.rotary = new RateLimiter(initial.rotarySpeed(), 6, 12);
        this.pumps = new RateLimiter(initial.flow(), 70, 200);
    }

    /** A control that reaches its set point at a limited rate. */
    private static final class RateLimiter {
        private final double maxIncreasePerSecond;
        private final double maxDecreasePerSecond;
        private double value;

        RateLimiter(double start, double maxIncreasePerSecond, double maxDecreasePerSecond) {
            this.value = start;
            this.maxIncreasePerSecond = maxIncreasePerSecond;
            this.maxDecreasePerSecond = maxDecreasePerSecond;
        }

        /** Advances by a second towards a set point. */
        void follow(double setPoint) {
            value = Math.min(value + maxIncreasePerSecond, Math.max(value - maxDecreasePerSecond, setPoint));
        }

        void reset() {
            value = 0;
        }
    }

    /** Works for a second. */
    void work() {
        while (instruction.isDone(position, secondsSpent)) {
            instruction = program.next(position);
            secondsSpent = 0;
        }
        rotary.follow(instruction.controls().rotarySpeed());
        pumps.follow(instruction.controls().flow());
        if (instruction.activity().makesHole()) {
            drill();
        } else {
            moveBlock();
        }
        secondsSpent++;
    }

    DrillerInstruction instruction() {
        return instruction;
    }

    StringPosition position() {
        return position;
    }

    /** Returns the metres drilled in the last second. */
    double metresDrilled() {
        return metresDrilled;
    }

    /** Returns the actual weight, rotary speed and flow, which lag the instruction's. */
    DrillerControls controls() {
        return new DrillerControls(weight.value, rotary.value, pumps.value);
    }

    private void drill() {
        double toGo = position.block() - instruction.blockTarget();
        double setPoint = instruction.controls().weightOnBit() * (1 + weightDrift.next());
        weight.follow(Math.min(setPoint, MIN_WEIGHT_T + DRILL_OFF_T_PER_M * toGo));
        double metresPerHour = formation.rockAt(position.hole()).rateOfPenetration(controls());
        metresDrilled = Math.min(toGo, metresPerHour / SECONDS_PER_HOUR);
        position = position.drilled(metresDrilled);
    }

    private void moveBlock() {
        double toGo = Math.abs(instruction.blockTarget() - position.block());
        double brakingLimit = Math.max(MIN_BLOCK_SPEED_M_PER_S, BRAKING_PER_S * toGo);
        double accelerationLimit = BLOCK_ACCELERATION_M_PER_S2 * (secondsSpent + 1);
        double metres =
                Math.min(toGo, Math.min(instruction.maxBlockSpeed(), Math.min(brakingLimit, accelerationLimit)));
        double block = position.block() + Math.copySign(metres, instruction.blockTarget() - position.block());
        position = instruction.activity() == RigActivity.IN_SLIPS
                ? position.withBlockOnly(block)
                : position.withBlockAndBit(block);
        metresDrilled = 0;
        if (!position.onBottom()) {
            weight.reset();
        }
    }
}
