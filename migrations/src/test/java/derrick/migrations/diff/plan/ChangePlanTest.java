package derrick.migrations.diff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangePlan.StepGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePlanTest {
    private static final ChangeStep FIRST = ChangeStep.of("CREATE TABLE a ()", "DROP TABLE a");
    private static final ChangeStep SECOND = ChangeStep.of("CREATE TABLE b ()", "DROP TABLE b");

    private final ChangePlan plan = new ChangePlan();

    @Test
    void stepsAreSortedByStageAndGroupedBySubject() {
        ChangeStep index = ChangeStep.of("CREATE INDEX i ON a (x)", "DROP INDEX i");
        plan.add(Stage.BUILD_INDEX, "a", index);
        plan.add(Stage.CREATE, "a", FIRST);
        plan.add(Stage.CREATE, "b", SECOND);
        plan.add(Stage.CREATE, "a", FIRST.withRemark("again"));

        assertThat(plan.groups())
                .containsExactly(
                        new StepGroup(Stage.CREATE, "a", List.of(FIRST, FIRST.withRemark("again"))),
                        new StepGroup(Stage.CREATE, "b", List.of(SECOND)),
                        new StepGroup(Stage.BUILD_INDEX, "a", List.of(index)));
        assertThat(plan.size()).isEqualTo(4);
    }

    @Test
    void groupedSubjectsShareTheGroupOfTheFirst() {
        plan.group("b", "a");
        plan.group("c", "b");
        plan.add(Stage.CREATE, "c", FIRST);
        plan.add(Stage.CREATE, "b", SECOND);

        assertThat(plan.groups()).containsExactly(new StepGroup(Stage.CREATE, "a", List.of(FIRST, SECOND)));
    }

    @Test
    void anEmptyStepIsNotAdded() {
        plan.add(Stage.CREATE, "a", ChangeStep.of(List.of(), List.of()));

        assertThat(plan.size()).isZero();
    }

    @Test
    void aStepThatTheServerRejectsStaysInItsGroupAndIsNotPlannedAgain() {
        plan.add(Stage.CREATE, "a", FIRST);
        plan.add(Stage.CREATE, "a", SECOND);
        plan.markUpgradeFailed(FIRST, "no room");
        plan.add(Stage.CREATE, "a", FIRST);

        assertThat(plan.steps()).containsExactly(SECOND);
        assertThat(plan.groups())
                .singleElement()
                .satisfies(
                        group -> assertThat(group.steps()).containsExactly(FIRST.withUpgradeError("no room"), SECOND));
    }

    @Test
    void aStepWithoutDowngradeStillRuns() {
        plan.add(Stage.CREATE, "a", FIRST);
        plan.markDowngradeFailed(FIRST, "in use");

        assertThat(plan.steps()).containsExactly(FIRST.withDowngradeError("in use"));
    }

    @Test
    void joinedGroupsNameBothSubjects() {
        StepGroup a = new StepGroup(Stage.CREATE, "a", List.of(FIRST));

        assertThat(a.with(new StepGroup(Stage.CREATE, "b", List.of(SECOND))))
                .isEqualTo(new StepGroup(Stage.CREATE, "a_b", List.of(FIRST, SECOND)));
        assertThat(a.with(a).subject()).isEqualTo("a");
    }

    @Test
    void aFileNameHasTheStageAndTheSubject() {
        assertThat(Stage.CREATE.fileNamePart("rig")).isEqualTo("rig");
        assertThat(Stage.BUILD_INDEX.fileNamePart("rig")).isEqualTo("index_rig");
        assertThat(Stage.DROP.fileNamePart("")).isEqualTo("clear");
    }
}
