package derrick.domain.well;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.NotFound;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Plans wells and revises the plans. A revision that is based on an outdated plan is refused. */
public final class WellPlanning {
    private final WellProfiles profiles;
    private final Clock clock;

    public WellPlanning(WellProfiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Thrown when a revision is based on an older plan than the stored one. */
    public static final class StaleWellPlan extends RuntimeException {
        private StaleWellPlan(WellId well) {
            super("the plan of well %s was revised by another user; read it again first".formatted(well));
        }
    }

    /**
     * Plans a new well.
     *
     * @throws AlreadyExists if the well has a profile
     */
    public WellProfile plan(WellId well, RigId rig, WellPlan plan, Optional<JsonValue> geology) {
        Instant now = Microseconds.now(clock);
        WellProfile profile = new WellProfile(profiles.nextId(), well, rig, Optional.of(plan), geology, now, now);
        profiles.add(profile);
        return profile;
    }

    /**
     * Replaces the plan of a well.
     *
     * @param expectedUpdatedAt the {@code updatedAt} of the profile that the revision is based on
     * @throws NotFound if there is no such well
     * @throws StaleWellPlan if the profile was revised since
     */
    public WellProfile revise(WellId well, Instant expectedUpdatedAt, WellPlan plan, Optional<JsonValue> geology) {
        WellProfile before = profiles.find(well).orElseThrow(() -> new NotFound("well", well));
        WellProfile after = before.revise(plan, geology, Microseconds.now(clock));
        if (!before.updatedAt().equals(expectedUpdatedAt) || !profiles.replace(before, after)) {
            throw new StaleWellPlan(well);
        }
        return after;
    }
}
