package derrick.migrations.diff.change;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Sequence;
import derrick.migrations.diff.plan.ChangePlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceChangeTest {
    private static final Sequence TICKET =
            new Sequence("ticket", false, "bigint START 1", Optional.empty(), Optional.empty());

    private final ChangePlan plan = new ChangePlan();

    @Test
    void optionsPersistenceAndCommentChangeInPlace() {
        change(new Sequence("ticket", true, "integer START 1 CYCLE", Optional.empty(), Optional.of("next")));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "CREATE: ALTER SEQUENCE ticket AS integer START 1 CYCLE",
                        "CREATE: ALTER SEQUENCE ticket SET UNLOGGED",
                        "CREATE: COMMENT ON SEQUENCE ticket IS 'next'");
        assertThat(PlanText.down(plan))
                .containsExactly(
                        "CREATE: ALTER SEQUENCE ticket AS bigint START 1 NO CYCLE",
                        "CREATE: ALTER SEQUENCE ticket SET LOGGED",
                        "CREATE: COMMENT ON SEQUENCE ticket IS NULL");
    }

    @Test
    void theOwnerIsSetWhenItsColumnExists() {
        change(new Sequence("ticket", false, "bigint START 1", Optional.of("rig.id"), Optional.empty()));

        assertThat(PlanText.up(plan)).containsExactly("VALIDATE: ALTER SEQUENCE ticket OWNED BY rig.id");
        assertThat(PlanText.down(plan)).containsExactly("VALIDATE: ALTER SEQUENCE ticket OWNED BY NONE");
    }

    private void change(Sequence after) {
        new SequenceChange(TICKET, after).addSteps(plan);
    }
}
