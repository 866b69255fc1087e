package derrick.domain.simulation;

/**
 * The position of hole, bit and block. Bit and block move together, except in slips, where only the block moves.
 *
 * @param hole depth of the hole, m
 * @param bit depth of the bit, m
 * @param block height of the travelling block above the drill floor, m
 */
public record StringPosition(double hole, double bit, double block) {
    /** The length of a stand, three joints of drill pipe. */
    public static final double STAND_M = 28;

    /** The lowest position of the block, where a stand is drilled down. */
    public static final double LOW_BLOCK_M = 2;

    static final double HIGH_BLOCK_M = LOW_BLOCK_M + STAND_M;

    /** The tolerance of comparisons, far above the rounding error of sums. */
    private static final double TOLERANCE_M = 0.001;

    /** @throws IllegalArgumentException if the bit is deeper than the hole */
    public StringPosition {
        if (bit > hole) {
            throw new IllegalArgumentException(
                    "the bit (%s m) must not be deeper than the hole (%s m)".formatted(bit, hole));
        }
    }

    boolean onBottom() {
        return hole - bit < TOLERANCE_M;
    }

    boolean isStandDown() {
        return block - LOW_BLOCK_M < TOLERANCE_M;
    }

    /** Moves block and bit; the bit stops on bottom. */
    StringPosition withBlockAndBit(double height) {
        double down = Math.min(block - height, hole - bit);
        return new StringPosition(hole, bit + down, block - down);
    }

    /** Moves the block only, with the string in slips. */
    StringPosition withBlockOnly(double height) {
        return new StringPosition(hole, bit, height);
    }

    /** Deepens the hole; bit and block follow. */
    StringPosition drilled(double metres) {
        return new StringPosition(hole + metres, hole + metres, block - metres);
    }
}
