package derrick.domain.well;

import derrick.domain.document.JsonSamples;
import derrick.domain.document.JsonValue;
import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.well.trajectory.BuildAndHold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Well profiles for tests. */
public final class WellProfileSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static final WellPlan PLAN = plan(500, 3, 45, 2500, 2200, 2400);

    private static final AtomicInteger WELLS = new AtomicInteger();

    private WellProfileSamples() {}

    /** Returns an unused name of a well. */
    public static WellId freshWell() {
        return new WellId("NO 15/9-F-%06d".formatted(WELLS.incrementAndGet()));
    }

    /** Returns a plan from kick-off point, build rate, inclination, total depth and target zone. */
    public static WellPlan plan(
            double kickOff, double buildRate, double inclination, double total, double targetStart, double targetEnd) {
        BuildAndHold hole = new BuildAndHold(
                new MeasuredDepth(kickOff),
                new DoglegSeverity(buildRate),
                new Inclination(inclination),
                new MeasuredDepth(total));
        return new WellPlan(hole, new TargetZone(new MeasuredDepth(targetStart), new MeasuredDepth(targetEnd)));
    }

    /** Returns a new well with a plan. */
    public static WellProfile planned(WellProfileId id, WellId well, Instant at) {
        return new WellProfile(id, well, RigSamples.fresh(), Optional.of(PLAN), Optional.empty(), at, at);
    }

    /** Returns profiles with and without a plan, with extreme numbers and every kind of JSON value. */
    public static List<WellProfile> everyKind(Supplier<WellProfileId> ids) {
        List<WellProfile> kinds = new ArrayList<>();
        kinds.add(planned(ids.get(), freshWell(), NOON));
        kinds.add(new WellProfile(
                ids.get(),
                new WellId("𝄞 \"'" + "é".repeat(40) + kinds.get(0).id()),
                new RigId("x".repeat(50)),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z")));
        for (WellPlan plan : List.of(
                plan(-0.0, -0.0, 180, -0.0, 0, -0.0),
                plan(Double.MIN_VALUE, Double.MIN_VALUE, 1.0 / 3, Double.MIN_NORMAL, 0.1, Double.MAX_VALUE),
                plan(Double.MAX_VALUE, Double.MAX_VALUE, -0.0, Double.MAX_VALUE, 1.0 / 3, 1.0 / 3))) {
            kinds.add(copy(kinds.get(0), ids.get(), plan, Optional.empty()));
        }
        for (JsonValue geology : JsonSamples.everyKind()) {
            kinds.add(copy(kinds.get(0), ids.get(), PLAN, Optional.of(geology)));
        }
        return kinds;
    }

    private static WellProfile copy(WellProfile profile, WellProfileId id, WellPlan plan, Optional<JsonValue> geology) {
        return new WellProfile(
                id, freshWell(), profile.rig(), Optional.of(plan), geology, profile.createdAt(), profile.updatedAt());
    }
}
