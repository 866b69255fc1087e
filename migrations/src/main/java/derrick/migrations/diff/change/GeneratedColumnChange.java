package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;

/** Adds, changes or drops the generation expression of a column. */
final class GeneratedColumnChange {
    private GeneratedColumnChange() {}

    /** Returns true if the column has to be dropped and added again. */
    static boolean needsNewColumn(Column before, Column after) {
        boolean generated = isGenerated(before) || isGenerated(after);
        boolean changed = DefaultChange.applies(before, after) || TypeChange.applies(before, after);
        return generated && changed && !onlyDropsExpression(before, after);
    }

    static boolean isGenerated(Column column) {
        return column.defaultValue() instanceof ColumnDefault.Generated;
    }

    /** Returns true if DROP EXPRESSION is enough, which keeps the values. */
    static boolean onlyDropsExpression(Column before, Column after) {
        return before.defaultValue() instanceof ColumnDefault.Generated generated
                && generated.stored()
                && !isGenerated(after)
                && !TypeChange.applies(before, after)
                && before.nullable() == after.nullable();
    }

    /** Returns the step that drops the expression. Its downgrade drops the column and adds it again. */
    static ChangeStep dropExpression(String table, Column after, SchemaGraph graph) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(after.name()));
        List<String> up = new ArrayList<>(List.of(alter + "DROP EXPRESSION"));
        after.defaultValue().text().ifPresent(value -> up.add(alter + "SET DEFAULT " + value));
        Node column = Node.part(Kind.COLUMN, table, after.name());
        List<String> down =
                DependentRebuild.of(graph, graph, List.of(column), List.of()).around(List.of());
        String generated = "its values are generated again with the new column";
        return ChangeStep.of(up, down)
                .suppressing("drop-column", generated)
                .suppressing("several-changes", generated)
                .suppressing("column-rewrites-table", generated);
    }
}
