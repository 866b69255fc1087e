package derrick.domain.well;

import static derrick.domain.well.WellProfileSamples.NOON;
import static derrick.domain.well.WellProfileSamples.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.rig.RigId;
import derrick.domain.time.SettableClock;
import derrick.domain.well.WellPlanning.StaleWellPlan;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WellPlanningTest {
    private static final WellId WELL = new WellId("NO 15/9-F-9 A");
    private static final RigId RIG = new RigId("F-9A");
    private static final WellPlan SHALLOWER = WellProfileSamples.plan(500, 3, 45, 2400, 2200, 2400);

    private final WellProfiles profiles = new InMemoryWellProfiles();
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final WellPlanning planning = new WellPlanning(profiles, clock);

    @Test
    void aWellIsPlannedOnce() {
        Optional<JsonValue> geology = Optional.of(JsonValue.of("sandstone"));

        WellProfile profile = planning.plan(WELL, RIG, PLAN, geology);

        assertThat(profile).isEqualTo(new WellProfile(profile.id(), WELL, RIG, Optional.of(PLAN), geology, NOON, NOON));
        assertThat(profiles.find(WELL)).contains(profile);
        assertThatThrownBy(() -> planning.plan(WELL, RIG, SHALLOWER, Optional.empty()))
                .isInstanceOf(AlreadyExists.class);
        assertThat(profiles.find(WELL)).contains(profile);
    }

    @Test
    void theLatestPlanCanBeRevised() {
        WellProfile planned = planning.plan(WELL, RIG, PLAN, Optional.of(JsonValue.of("sandstone")));
        clock.advance(Duration.ofHours(1));

        WellProfile revised = planning.revise(WELL, planned.updatedAt(), SHALLOWER, Optional.empty());

        assertThat(revised)
                .isEqualTo(new WellProfile(
                        planned.id(),
                        WELL,
                        RIG,
                        Optional.of(SHALLOWER),
                        Optional.empty(),
                        NOON,
                        NOON.plus(Duration.ofHours(1))));
        assertThat(profiles.find(WELL)).contains(revised);
    }

    /** The second revision has the same clock time. */
    @Test
    void anOutdatedPlanCannotBeRevised() {
        WellProfile planned = planning.plan(WELL, RIG, PLAN, Optional.empty());
        WellProfile revised = planning.revise(WELL, planned.updatedAt(), SHALLOWER, Optional.empty());

        assertThatThrownBy(() -> planning.revise(WELL, planned.updatedAt(), PLAN, Optional.empty()))
                .isInstanceOf(StaleWellPlan.class)
                .hasMessage("the plan of well NO 15/9-F-9 A was revised by another user; read it again first");
        assertThat(profiles.find(WELL)).contains(revised);
    }

    @Test
    void anUnknownWellCannotBeRevised() {
        assertThatThrownBy(() -> planning.revise(WELL, NOON, PLAN, Optional.empty()))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no well NO 15/9-F-9 A");
    }

    @Test
    void aPlanHasATrajectory() {
        assertThat(PLAN.trajectory().last().position().displacementMetres()).isEqualTo(1263.8310, within(0.5e-4));
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new WellId(""))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("well_id ");
        assertThatThrownBy(() -> new WellId("x".repeat(51))).hasMessage("well_id must be at most 50 characters");
        assertThatThrownBy(() -> new WellProfileId(0)).hasMessage("id must be 1 or more");
        assertThatThrownBy(() -> WellProfileSamples.plan(0, 3, 45, 2500, 2300, 2200))
                .isInstanceOf(InvalidField.class)
                .hasMessage("target_zone_end must not be less than target_zone_start");
        assertThatThrownBy(() -> WellProfileSamples.planned(new WellProfileId(1), WELL, NOON.plusNanos(1)))
                .hasMessage("created_at must not be finer than a microsecond");
    }
}
