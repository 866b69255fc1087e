package derrick.domain.rig;

import java.util.concurrent.atomic.AtomicInteger;

/** Rigs for tests. */
public final class RigSamples {
    private static final AtomicInteger RIGS = new AtomicInteger();

    private RigSamples() {}

    /** A rig of which nothing was stored yet, in whatever store; a later one's name sorts after an earlier one's. */
    public static RigId fresh() {
        return new RigId("rig-%06d".formatted(RIGS.incrementAndGet()));
    }
}
