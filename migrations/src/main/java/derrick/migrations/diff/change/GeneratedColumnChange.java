package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;

/** Changes how the values of a column are computed, makes it a computed one, or stops that. */
final class GeneratedColumnChange {
    private GeneratedColumnChange() {}

    /** Whether the column has to be dropped and added again. */
    static boolean isAnew(Column before, Column after) {
        boolean computed = isGenerated(before) || isGenerated(after);
        boolean changed = DefaultChange.isOne(before, after) || TypeChange.isOne(before, after);
        return computed && changed && !staysInPlace(before, after);
    }

    static boolean isGenerated(Column column) {
        return column.filling() instanceof ColumnDefault.Generated;
    }

    /** Whether a column only stops to be computed, so that its values are kept. */
    static boolean staysInPlace(Column before, Column after) {
        return before.filling() instanceof ColumnDefault.Generated generated
                && generated.stored()
                && !isGenerated(after)
                && !TypeChange.isOne(before, after)
                && before.nullable() == after.nullable();
    }

    /** Keeps the values that were computed; on the way back the column is dropped and added again. */
    static ChangeStep inPlace(String table, Column after, SchemaGraph graph) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(after.name()));
        List<String> up = new ArrayList<>(List.of(alter + "DROP EXPRESSION"));
        after.filling().text().ifPresent(value -> up.add(alter + "SET DEFAULT " + value));
        Node column = Node.part(Kind.COLUMN, table, after.name());
        List<String> down =
                DependentRebuild.of(graph, graph, List.of(column), List.of()).around(List.of());
        String computed = "its values are computed, and come back with the new column";
        return ChangeStep.of(up, down)
                .excused("drop-column", computed)
                .excused("several-changes", computed)
                .excused("column-rewrites-table", computed);
    }
}
