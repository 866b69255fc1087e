package derrick.migrations.diff;

import static derrick.migrations.diff.TestCatalog.catalog;
import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.constraint;
import static derrick.migrations.diff.TestCatalog.index;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans changes without a database: each trial returns the declared schema. */
class StepPlanningTest {
    private static final Table RIG = table("rig", column("id", "bigint"));

    @Test
    void equalSchemasNeedNoSteps() {
        assertThat(plan(catalog(RIG), catalog(RIG))).isEmpty();
    }

    @Test
    void aTableIsCreatedAndDropped() {
        assertThat(up(catalog(), catalog(RIG))).containsExactly("CREATE TABLE rig (\n    id bigint\n)");
        assertThat(plan(catalog(RIG), catalog())).singleElement().satisfies(step -> {
            assertThat(step.up()).containsExactly("DROP TABLE rig");
            assertThat(step.loss())
                    .hasValueSatisfying(loss -> assertThat(loss.what()).isEqualTo("the rows of rig"));
        });
    }

    @Test
    void aColumnIsAdded() {
        assertThat(up(catalog(RIG), catalog(table("rig", column("id", "bigint"), column("name", "text")))))
                .containsExactly("ALTER TABLE rig ADD COLUMN name text");
    }

    @Test
    void anIndexIsBuiltConcurrently() {
        Table declared = table(
                "rig",
                RIG.columns(),
                List.of(),
                List.of(index("rig_id", "CREATE INDEX rig_id ON rig USING btree (id)")));

        assertThat(up(catalog(RIG), catalog(declared)))
                .containsExactly("CREATE INDEX CONCURRENTLY IF NOT EXISTS rig_id ON rig (id)");
    }

    @Test
    void aCheckIsAddedNotValidAndValidatedLater() {
        Table declared = table(
                "rig",
                RIG.columns(),
                List.of(constraint("positive", Constraint.Type.CHECK, "CHECK (id > 0)")),
                List.of());

        assertThat(up(catalog(RIG), catalog(declared)))
                .containsExactly(
                        "ALTER TABLE rig ADD CONSTRAINT positive CHECK (id > 0) NOT VALID",
                        "ALTER TABLE rig VALIDATE CONSTRAINT positive");
    }

    @Test
    void aUniqueConstraintTakesOverAnIndexThatWasBuiltConcurrently() {
        Table declared = table(
                "rig", RIG.columns(), List.of(constraint("one", Constraint.Type.UNIQUE, "UNIQUE (id)")), List.of());

        assertThat(up(catalog(RIG), catalog(declared)))
                .containsExactly(
                        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS one ON rig (id)",
                        "ALTER TABLE rig ADD CONSTRAINT one UNIQUE USING INDEX one");
    }

    @Test
    void droppedColumnsLoseTheirValues() {
        Table before = table("rig", column("id", "bigint"), column("name", "text"));

        assertThat(plan(catalog(before), catalog(RIG))).singleElement().satisfies(step -> {
            assertThat(step.up()).containsExactly("ALTER TABLE rig DROP COLUMN name");
            assertThat(step.down()).containsExactly("ALTER TABLE rig ADD COLUMN name text");
            assertThat(step.loss())
                    .contains(new ChangeStep.StepLoss("the values of rig.name", java.util.Optional.of("rig.name")));
        });
    }

    private static Stream<String> up(Catalog before, Catalog after) {
        return plan(before, after).stream().flatMap(step -> step.up().stream());
    }

    private static List<ChangeStep> plan(Catalog before, Catalog after) {
        return Autogenerate.plan(before, after, List.of(), planned -> withoutDrops(before, after))
                .steps()
                .toList();
    }

    /** The schema after all steps but the last, which drop what is not declared. */
    private static Catalog withoutDrops(Catalog before, Catalog after) {
        return before.tables().isEmpty() || !after.tables().isEmpty() ? after : before;
    }
}
