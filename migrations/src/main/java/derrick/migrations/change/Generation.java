package derrick.migrations.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Filling;
import java.util.ArrayList;
import java.util.List;

/** A column whose values are computed changes how they are, or becomes one, or stops to be one. */
record Generation(String table, Column before, Column after) {
    private static final String COMPUTED = "its values are computed, and come back with the new column";

    static boolean isOne(Column before, Column after) {
        return (isGenerated(before) || isGenerated(after)) && FillingChange.isOne(before, after);
    }

    Step step() {
        Step step = Step.of(way(before, after), way(after, before))
                .excused("drop-column", COMPUTED)
                .excused("several-changes", COMPUTED)
                .excused("column-rewrites-table", COMPUTED)
                .remarking("%s.%s: nobody reads or writes %s while every row gets a value"
                        .formatted(table, after.name(), table));
        return isGenerated(before)
                ? step
                : step.losing("the values of %s.%s".formatted(table, before.name()), table + "." + before.name());
    }

    private static boolean isGenerated(Column column) {
        return column.filling() instanceof Filling.Generated;
    }

    private List<String> way(Column from, Column to) {
        String name = Names.of(to.name());
        String alter = "ALTER TABLE " + Names.of(table);
        List<String> statements = new ArrayList<>();
        boolean stays = from.filling() instanceof Filling.Generated generated
                && generated.stored()
                && !isGenerated(to)
                && !TypeChange.isOne(from, to)
                && from.nullable() == to.nullable();
        if (stays) {
            statements.add("%s ALTER COLUMN %s DROP EXPRESSION".formatted(alter, name));
            to.filling()
                    .text()
                    .ifPresent(
                            value -> statements.add("%s ALTER COLUMN %s SET DEFAULT %s".formatted(alter, name, value)));
            return statements;
        }
        statements.add(
                "%s DROP COLUMN %s, ADD COLUMN %s".formatted(alter, name, new ColumnText(table, to).definition()));
        to.comment().ifPresent(comment -> statements.add(new ColumnText(table, to).comment()));
        return statements;
    }
}
