package derrick.domain.rig;

import java.util.concurrent.atomic.AtomicInteger;

/** Rigs for tests. */
public final class RigSamples {
    private static final AtomicInteger RIGS = new AtomicInteger();

    private RigSamples() {}

    /** Returns an unused name of a rig; names are returned in ascending order. */
    public static RigId fresh() {
        return new RigId("rig-%06d".formatted(RIGS.incrementAndGet()));
    }
}
