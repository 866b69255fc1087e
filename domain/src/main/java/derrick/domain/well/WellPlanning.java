package derrick.domain.well;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.NotFound;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Plans wells, one plan for each, and refuses a revision of a plan that was changed meanwhile. */
public final class WellPlanning {
    private final WellProfiles profiles;
    private final Clock clock;

    public WellPlanning(WellProfiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Plans a new well.
     *
     * @throws AlreadyExists if it is not new
     */
    public WellProfile plan(WellId well, RigId rig, WellPlan plan, Optional<JsonValue> geology) {
        Instant now = Microseconds.now(clock);
        WellProfile profile = new WellProfile(profiles.nextId(), well, rig, Optional.of(plan), geology, now, now);
        profiles.add(profile);
        return profile;
    }

    /**
     * Gives a well another plan.
     *
     * @param seen when the profile that the planner has before them was last revised
     * @throws NotFound if there is no such well
     * @throws StaleWellPlan if somebody revised it after that
     */
    public WellProfile revise(WellId well, Instant seen, WellPlan plan, Optional<JsonValue> geology) {
        WellProfile before = profiles.find(well).orElseThrow(() -> new NotFound("well", well));
        WellProfile after = before.revise(plan, geology, Microseconds.now(clock));
        if (!before.updatedAt().equals(seen) || !profiles.replace(before, after)) {
            throw new StaleWellPlan(well);
        }
        return after;
    }
}
