package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.catalog;
import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.EnumType;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.ChangeStep.StepLoss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnumChangeTest {
    private static final SchemaGraph SCHEMA = new SchemaGraph(catalog(table("rig", column("mood", "mood"))));

    private final ChangePlan plan = new ChangePlan();

    @Test
    void newLabelsAreAddedAfterTheirPredecessor() {
        change(List.of("good", "bad"), List.of("best", "good", "bad", "worst"));

        assertThat(PlanText.up(plan)).containsExactly("""
                EXTEND_ENUM: ALTER TYPE mood ADD VALUE IF NOT EXISTS 'best' BEFORE 'good'; \
                ALTER TYPE mood ADD VALUE IF NOT EXISTS 'worst' AFTER 'bad'""");
    }

    @Test
    void theDowngradeReplacesTheType() {
        change(List.of("good"), List.of("good", "bad"));

        assertThat(plan.steps().map(ChangeStep::down))
                .containsExactly(List.of(
                        "ALTER TYPE mood RENAME TO mood_before",
                        "CREATE TYPE mood AS ENUM ('good')",
                        "ALTER TABLE rig ALTER COLUMN mood TYPE mood USING mood::text::mood",
                        "DROP TYPE mood_before"));
        assertThat(plan.steps().flatMap(step -> step.remarks().stream()))
                .containsExactly("mood: the downgrade fails if a row has a new value");
    }

    @Test
    void oneDifferentLabelIsRenamed() {
        change(List.of("good", "bad"), List.of("good", "poor"));

        assertThat(PlanText.up(plan)).containsExactly("RENAME: ALTER TYPE mood RENAME VALUE 'bad' TO 'poor'");
        assertThat(PlanText.down(plan)).containsExactly("RENAME: ALTER TYPE mood RENAME VALUE 'poor' TO 'bad'");
    }

    @Test
    void removedLabelsAreDroppedAfterNewOnesAreAdded() {
        change(List.of("good", "bad", "odd"), List.of("good", "fair"));

        assertThat(plan.groups()).extracting(group -> group.stage().name()).containsExactly("EXTEND_ENUM", "DROP");
        assertThat(plan.steps().reduce((first, last) -> last).orElseThrow().loss())
                .contains(new StepLoss("values of mood, unless no row has them", Optional.empty()));
    }

    @Test
    void reorderedLabelsReplaceTheTypeWithoutLoss() {
        change(List.of("good", "bad"), List.of("bad", "good"));

        assertThat(plan.groups()).singleElement().satisfies(group -> {
            assertThat(group.stage()).isEqualTo(ChangePlan.Stage.CREATE);
            assertThat(group.steps().get(0).loss()).isEmpty();
        });
    }

    private void change(List<String> before, List<String> after) {
        new EnumChange(
                        new EnumType("mood", before, Optional.empty()),
                        new EnumType("mood", after, Optional.empty()),
                        SCHEMA,
                        SCHEMA)
                .addSteps(plan);
    }
}
