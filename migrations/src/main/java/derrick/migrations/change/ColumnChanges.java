package derrick.migrations.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Filling;
import derrick.migrations.catalog.Table;
import derrick.migrations.change.Matched.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a table that stays: those that come and those that change. Those that go are {@link Farewell}s. */
record ColumnChanges(Kept<Table> table, Plan plan) {
    private static final String ANEW = "the declared schema has it so, and the rows get their values at once";

    void collect() {
        Matched<Column> columns = columns(table);
        columns.kept().stream().filter(Kept::isChanged).forEach(column -> change(column.before(), column.after()));
        columns.come().forEach(this::add);
    }

    static Matched<Column> columns(Kept<Table> table) {
        return Matched.of(table.before().columns(), table.after().columns());
    }

    private String name() {
        return table.after().name();
    }

    private void make(Step step) {
        plan.add(Stage.MAKE, name(), step);
    }

    private void change(Column before, Column after) {
        boolean typed = TypeChange.isOne(before, after);
        boolean generated = before.filling() instanceof Filling.Generated;
        if (Generation.isOne(before, after) || (typed && generated)) {
            make(new Generation(name(), before, after).step());
            return;
        }
        if (typed) {
            make(new TypeChange(name(), before, after).step());
        }
        boolean numbered = Numbers.of(before).isPresent() != Numbers.of(after).isPresent();
        if (!before.nullable() && after.nullable()) {
            new NotNull(name(), after.name(), plan).allow();
        } else if (before.nullable() && !after.nullable()) {
            new NotNull(name(), after.name(), plan).forbid();
        }
        if (FillingChange.isOne(before, after) && !isDoneWithType(before, after)) {
            // An identity column must not take NULL, which may be so only by then.
            plan.add(numbered ? Stage.FINISH : Stage.MAKE, name(), new FillingChange(name(), before, after).step());
        } else if (!before.sequence().equals(after.sequence())
                && Numbers.of(after).isPresent()) {
            boolean byType = typed && Numbers.of(after).orElseThrow().isIdentity();
            if (!byType) {
                make(FillingChange.numbers(name(), before, after));
            }
        }
        if (!before.comment().equals(after.comment())) {
            make(Step.of(new ColumnText(name(), after).comment(), new ColumnText(name(), before).comment()));
        }
    }

    /** A conversion takes the default off and puts the new one on. */
    private static boolean isDoneWithType(Column before, Column after) {
        return TypeChange.takesDefaultOff(before, after)
                && before.filling() instanceof Filling.Default
                && after.filling() instanceof Filling.Default
                && Numbers.of(before).isEmpty()
                && Numbers.of(after).isEmpty();
    }

    private void add(Column column) {
        ColumnText text = new ColumnText(name(), column);
        String add = "ALTER TABLE " + Names.of(name()) + " ADD COLUMN ";
        String drop = "ALTER TABLE %s DROP COLUMN %s".formatted(Names.of(name()), Names.of(column.name()));
        boolean varies = column.filling() instanceof Filling.Default
                && Numbers.of(column).isEmpty()
                && Verdict.finds("column-rewrites-table", add + text.nullableDefinition());
        boolean unfilled = column.filling() instanceof Filling.Nothing;
        List<String> up = new ArrayList<>(text.before());
        up.add(add + (varies ? text.bareDefinition() : unfilled ? text.nullableDefinition() : text.definition()));
        up.addAll(text.after());
        if (varies) {
            up.add("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s"
                    .formatted(Names.of(name()), Names.of(column.name()), filling(column)));
        }
        if (column.comment().isPresent()) {
            up.add(text.comment());
        }
        make(remarked(column, Step.of(up, List.of(drop)).excused("column-rewrites-table", ANEW)));
        if (!column.nullable() && (varies || unfilled)) {
            if (varies) {
                fill(column);
            }
            new NotNull(name(), column.name(), plan).forbid();
        }
    }

    private Step remarked(Column column, Step step) {
        String path = name() + "." + column.name();
        if (column.filling() instanceof Filling.Nothing && !column.nullable()) {
            return step.remarking(path + ": what rows that exist get in it is for you to say; "
                    + "fill them before the file that validates, or it is refused");
        }
        boolean rewrites = Numbers.of(column).isPresent()
                || (column.filling() instanceof Filling.Generated generated && generated.stored());
        return rewrites
                ? step.remarking("%s: nobody reads or writes %s while every row gets a value".formatted(path, name()))
                : step;
    }

    private static String filling(Column column) {
        return ColumnText.expression(column.filling().text().orElseThrow());
    }

    private void fill(Column column) {
        String name = Names.of(column.name());
        plan.add(
                Stage.FILL,
                name(),
                Step.of(
                        List.of("UPDATE %s SET %s = DEFAULT WHERE %s IS NULL".formatted(Names.of(name()), name, name)),
                        List.of()));
    }

    /** What a column is added with, its comment included, where it was before. */
    static List<String> restored(String table, Column column) {
        ColumnText text = new ColumnText(table, column);
        return Stream.of(
                        text.before().stream(),
                        Stream.of("ALTER TABLE " + Names.of(table) + " ADD COLUMN " + text.definition()),
                        text.after().stream(),
                        column.comment().stream().map(comment -> text.comment()))
                .flatMap(each -> each)
                .toList();
    }
}
