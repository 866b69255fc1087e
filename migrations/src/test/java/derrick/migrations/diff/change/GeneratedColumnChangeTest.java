package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.catalog;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.TestCatalog;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratedColumnChangeTest {
    private static final Column PLAIN = TestCatalog.column("area", "numeric");
    private static final Column STORED = generated("size * size", true);
    private static final Column VIRTUAL = generated("size * size", false);

    @Test
    void anotherExpressionNeedsANewColumn() {
        assertThat(GeneratedColumnChange.needsNewColumn(STORED, generated("size * 2", true)))
                .isTrue();
        assertThat(GeneratedColumnChange.needsNewColumn(PLAIN, STORED)).isTrue();
        assertThat(GeneratedColumnChange.needsNewColumn(VIRTUAL, PLAIN)).isTrue();
        assertThat(GeneratedColumnChange.needsNewColumn(STORED, STORED)).isFalse();
        assertThat(GeneratedColumnChange.needsNewColumn(PLAIN, PLAIN)).isFalse();
    }

    @Test
    void aStoredExpressionIsDroppedInPlace() {
        assertThat(GeneratedColumnChange.needsNewColumn(STORED, PLAIN)).isFalse();
        assertThat(GeneratedColumnChange.onlyDropsExpression(STORED, PLAIN)).isTrue();
        assertThat(GeneratedColumnChange.onlyDropsExpression(VIRTUAL, PLAIN)).isFalse();
    }

    @Test
    void theDowngradeOfADroppedExpressionAddsTheColumnAgain() {
        ChangeStep step = GeneratedColumnChange.dropExpression(
                "rig", PLAIN, new SchemaGraph(catalog(table("rig", TestCatalog.column("size", "numeric"), STORED))));

        assertThat(step.up()).containsExactly("ALTER TABLE rig ALTER COLUMN area DROP EXPRESSION");
        assertThat(step.down())
                .containsExactly(
                        "ALTER TABLE rig DROP COLUMN area",
                        "ALTER TABLE rig ADD COLUMN area numeric GENERATED ALWAYS AS (size * size) STORED");
    }

    private static Column generated(String expression, boolean stored) {
        return TestCatalog.column(
                "area", "numeric", true, new ColumnDefault.Generated(expression, stored), Optional.empty());
    }
}
