package derrick.persistence.well;

import derrick.domain.document.JsonValue;
import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.well.TargetZone;
import derrick.domain.well.WellId;
import derrick.domain.well.WellPlan;
import derrick.domain.well.WellProfile;
import derrick.domain.well.WellProfileId;
import derrick.domain.well.trajectory.BuildAndHold;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code well_profiles}. The six columns of the plan are all filled, or all NULL if there is no plan. */
public record WellProfileRow(
        long id,
        String wellId,
        String rigId,
        Optional<Double> totalDepth,
        Optional<Double> kickOffPoint,
        Optional<Double> buildRate,
        Optional<Double> maxInclination,
        Optional<Double> targetZoneStart,
        Optional<Double> targetZoneEnd,
        Optional<JsonValue> geologicalData,
        Instant createdAt,
        Instant updatedAt) {

    static WellProfileRow of(WellProfile profile) {
        Optional<BuildAndHold> hole = profile.plan().map(WellPlan::hole);
        Optional<TargetZone> target = profile.plan().map(WellPlan::target);
        return new WellProfileRow(
                profile.id().value(),
                profile.well().value(),
                profile.rig().value(),
                hole.map(way -> way.total().metres()),
                hole.map(way -> way.kickOff().metres()),
                hole.map(way -> way.buildRate().degreesPer30Metres()),
                hole.map(way -> way.hold().degrees()),
                target.map(zone -> zone.start().metres()),
                target.map(zone -> zone.end().metres()),
                profile.geology(),
                profile.createdAt(),
                profile.updatedAt());
    }

    WellProfile profile() {
        return new WellProfile(
                new WellProfileId(id),
                new WellId(wellId),
                new RigId(rigId),
                totalDepth.map(this::plan),
                geologicalData,
                createdAt,
                updatedAt);
    }

    private WellPlan plan(double total) {
        BuildAndHold hole = new BuildAndHold(
                new MeasuredDepth(kickOffPoint.orElseThrow()),
                new DoglegSeverity(buildRate.orElseThrow()),
                new Inclination(maxInclination.orElseThrow()),
                new MeasuredDepth(total));
        TargetZone target = new TargetZone(
                new MeasuredDepth(targetZoneStart.orElseThrow()), new MeasuredDepth(targetZoneEnd.orElseThrow()));
        return new WellPlan(hole, target);
    }
}
