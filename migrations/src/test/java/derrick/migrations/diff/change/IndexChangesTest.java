package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.catalog;
import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.index;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Index;
import derrick.migrations.diff.plan.ChangePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexChangesTest {
    private static final Index BY_NAME = index("by_name", "CREATE INDEX by_name ON log USING btree (name)");

    private final ChangePlan plan = new ChangePlan();

    @Test
    void anIndexWithAnotherNameIsRenamed() {
        change(Optional.empty(), BY_NAME, index("names", "CREATE INDEX names ON log USING btree (name)"));

        assertThat(PlanText.up(plan)).containsExactly("CREATE: ALTER INDEX by_name RENAME TO names");
    }

    @Test
    void aChangedIndexIsBuiltUnderATemporaryName() {
        change(Optional.empty(), BY_NAME, index("by_name", "CREATE INDEX by_name ON log USING btree (name DESC)"));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "BUILD_INDEX: CREATE INDEX CONCURRENTLY IF NOT EXISTS by_name_new ON log (name DESC)",
                        "DROP_INDEX: DROP INDEX CONCURRENTLY IF EXISTS by_name",
                        "DROP: ALTER INDEX by_name_new RENAME TO by_name");
    }

    @Test
    void aCommentChangesInPlace() {
        change(Optional.empty(), BY_NAME, new Index("by_name", BY_NAME.definition(), true, Optional.of("a"), Map.of()));

        assertThat(PlanText.up(plan)).containsExactly("CREATE: COMMENT ON INDEX by_name IS 'a'");
    }

    @Test
    void anIndexOnADroppedColumnLosesItsValues() {
        new IndexChanges(
                        "log",
                        Optional.empty(),
                        new PartChanges.SchemaPair(
                                catalog(table("log", column("id", "bigint"), column("name", "text"))),
                                catalog(table("log", column("id", "bigint")))),
                        plan)
                .addSteps(List.of(BY_NAME), List.of());

        assertThat(plan.steps().flatMap(step -> step.loss().stream()))
                .singleElement()
                .satisfies(loss -> assertThat(loss.what()).isEqualTo("the values of log.name"));
    }

    @Test
    void anIndexOfAPartitionedTableIsBuiltOnThePartitionsFirst() {
        change(Optional.of(List.of("log_default")), List.of(), List.of(BY_NAME));

        List<String> up = plan.steps().findFirst().orElseThrow().up();
        assertThat(up).hasSize(3);
        assertThat(up.get(0))
                .isEqualTo("CREATE INDEX CONCURRENTLY IF NOT EXISTS log_default_by_name ON log_default (name)");
        assertThat(up.get(1))
                .contains(
                        "FROM pg_partition_tree('log')",
                        "AND relid NOT IN ('log_default'::regclass)",
                        "'CREATE INDEX IF NOT EXISTS %I ON %s (name)'",
                        "left(leaf.relname || '_by_name', 63), leaf.name);");
        assertThat(up.get(2)).isEqualTo("CREATE INDEX by_name ON log (name)");
        assertThat(PlanText.down(plan))
                .containsExactly("BUILD_INDEX: DROP INDEX IF EXISTS by_name;"
                        + " DROP INDEX CONCURRENTLY IF EXISTS log_default_by_name");
    }

    @Test
    void aPartitionedTableWithoutPartitionsIsIndexedInATransaction() {
        change(Optional.of(List.of()), List.of(), List.of(BY_NAME));

        assertThat(PlanText.up(plan)).containsExactly("VALIDATE: CREATE INDEX by_name ON log (name)");
    }

    @Test
    void anIndexOfAPartitionedTableIsReplacedInOneTransaction() {
        change(
                Optional.of(List.of("log_default")),
                BY_NAME,
                index("by_name", "CREATE INDEX by_name ON ONLY log USING btree (name DESC)"));

        assertThat(PlanText.up(plan))
                .containsExactly("VALIDATE: DROP INDEX by_name; CREATE INDEX by_name ON log USING btree (name DESC)"
                        .replace(" USING btree", ""));
    }

    private void change(Optional<List<String>> leaves, Index before, Index after) {
        change(leaves, List.of(before), List.of(after));
    }

    private void change(Optional<List<String>> leaves, List<Index> before, List<Index> after) {
        new IndexChanges("log", leaves, new PartChanges.SchemaPair(catalog(), catalog()), plan).addSteps(before, after);
    }
}
