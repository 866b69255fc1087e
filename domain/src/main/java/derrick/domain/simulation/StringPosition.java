package derrick.domain.simulation;

/**
 * Where hole, bit and block are. The bit hangs on the block, so that what the one goes down the other does too; only in
 * the slips does the block move alone.
 *
 * @param hole depth of the hole, m
 * @param bit depth of the bit, m
 * @param block height of the travelling block above the drill floor, m
 */
public record StringPosition(double hole, double bit, double block) {
    /** A stand is three joints of drill pipe, screwed on or off in one piece. */
    public static final double STAND_M = 28;

    /** As low as the block goes: the stand is drilled down. */
    public static final double LOW_BLOCK_M = 2;

    static final double HIGH_BLOCK_M = LOW_BLOCK_M + STAND_M;

    /** Nearer than this is there: a millimetre, far above what sums of doubles lose. */
    private static final double THERE_M = 0.001;

    /** @throws IllegalArgumentException if the bit would be deeper than the hole */
    public StringPosition {
        if (bit > hole) {
            throw new IllegalArgumentException(
                    "the bit (%s m) must not be deeper than the hole (%s m)".formatted(bit, hole));
        }
    }

    boolean onBottom() {
        return hole - bit < THERE_M;
    }

    boolean standIsDown() {
        return block - LOW_BLOCK_M < THERE_M;
    }

    /** The bit follows the block, up or down, and stops on bottom. */
    StringPosition blockWithBitTo(double height) {
        double down = Math.min(block - height, hole - bit);
        return new StringPosition(hole, bit + down, block - down);
    }

    /** The string hangs in the slips and stays. */
    StringPosition blockAloneTo(double height) {
        return new StringPosition(hole, bit, height);
    }

    /** The bit takes the bottom with it. */
    StringPosition drilled(double metres) {
        return new StringPosition(hole + metres, hole + metres, block - metres);
    }
}
