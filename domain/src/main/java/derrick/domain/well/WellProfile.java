package derrick.domain.well;

import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is known of a well before it is drilled.
 *
 * @param rig the rig that is to drill it
 * @param plan what it is to become; empty for a well of which nothing is known but that it was drilled
 * @param geology what geologists expect, in whatever form they noted it
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

    /** The well with another plan. Each revision has a later time than the one before, even if the clock does not. */
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
