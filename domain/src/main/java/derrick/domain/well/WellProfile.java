package derrick.domain.well;

import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The plan of a well and the expected geology.
 *
 * @param rig the rig that drills it
 * @param plan the plan; empty for a well that was drilled without a stored plan
 * @param geology the expected geology, in any form
 */
public record WellProfile(
        WellProfileId id,
        WellId well,
        RigId rig,
        Optional<WellPlan> plan,
        Optional<JsonValue> geology,
        Instant createdAt,
        Instant updatedAt) {

    /** @throws derrick.domain.field.InvalidField if a time is finer than a microsecond */
    public WellProfile {
        Require.time("created_at", createdAt);
        Require.time("updated_at", updatedAt);
    }

    /** Returns the profile with another plan. Its {@code updatedAt} increases even if the clock goes back. */
    public WellProfile revise(WellPlan newPlan, Optional<JsonValue> newGeology, Instant at) {
        Instant next = updatedAt.plus(1, ChronoUnit.MICROS);
        Instant revised = at.isBefore(next) ? next : at;
        return new WellProfile(id, well, rig, Optional.of(newPlan), newGeology, createdAt, revised);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(createdAt, id.value());
    }
}
