package derrick.domain.well;

import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.well.SessionStage.Active;
import derrick.domain.well.SessionStage.Cancelled;
import derrick.domain.well.SessionStage.Completed;
import derrick.domain.well.SessionStage.Paused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Drilling sessions for tests. */
public final class DrillingSessionSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Instant LATER = NOON.plus(1, ChronoUnit.MICROS);
    private static final MeasuredDepth START = new MeasuredDepth(1000.1);

    private DrillingSessionSamples() {}

    /** Returns an active session. */
    public static DrillingSession active(DrillingSessionId id, RigId rig, WellId well, Instant at) {
        return new DrillingSession(id, rig, well, at, START, Optional.empty(), new Active(at, Hours.NONE));
    }

    /** Returns a stage of each type, with extreme numbers. */
    public static List<SessionStage> everyStage() {
        return List.of(
                new Active(NOON, Hours.NONE),
                new Active(LATER, new Hours(1.0 / 3)),
                new Paused(new Hours(Double.MIN_VALUE)),
                new Completed(LATER, START, new Hours(-0.0)),
                new Completed(LATER, new MeasuredDepth(Double.MAX_VALUE), new Hours(1e-9)),
                new Completed(LATER, new MeasuredDepth(1234.5), new Hours(Double.MAX_VALUE)),
                new Cancelled(NOON, Optional.empty(), new Hours(0.1)),
                new Cancelled(LATER, Optional.of(new MeasuredDepth(1000.2)), new Hours(Double.MIN_NORMAL)));
    }

    /** Returns sessions of each stage, with extreme numbers and unusual notes, each on another rig. */
    public static List<DrillingSession> everyKind(Supplier<DrillingSessionId> ids, WellId well) {
        List<DrillingSession> kinds = new ArrayList<>();
        for (SessionStage stage : everyStage()) {
            kinds.add(new DrillingSession(
                    ids.get(), RigSamples.fresh(), well, NOON, START, Optional.of("𝄞 wait on\nweather"), stage));
        }
        for (double depth : new double[] {0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3}) {
            kinds.add(new DrillingSession(
                    ids.get(),
                    RigSamples.fresh(),
                    well,
                    NOON,
                    new MeasuredDepth(depth),
                    Optional.empty(),
                    new Paused(Hours.NONE)));
        }
        return kinds;
    }
}
