package derrick.migrations.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.Filling;
import derrick.migrations.catalog.Table;
import derrick.migrations.change.Matched.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds and changes columns of a table that stays. {@link DropPlanner} drops those that are not declared any more. */
record ColumnChanges(Kept<Table> table, Plan plan) {
    private static final String ANEW = "the declared schema has it so, and the rows get their values at once";

    /** @param rebuild the columns that are dropped and created again, which change so */
    void addSteps(Rebuild rebuild) {
        if (ParentChange.isOne(table)) {
            return;
        }
        Matched<Column> columns = columns(table);
        columns.kept().stream()
                .filter(Kept::isChanged)
                .filter(column -> !rebuild.replaced()
                        .contains(Node.part(Kind.COLUMN, name(), column.after().name())))
                .forEach(column -> change(column.before(), column.after(), rebuild.before()));
        columns.come().stream().filter(column -> !column.inherited()).forEach(this::add);
        Stream.concat(columns.come().stream(), columns.gone().stream())
                .filter(Column::inherited)
                .forEach(column -> inherited(column, columns.come().contains(column), rebuild));
    }

    /** A column that comes from a parent is listed where it differs there. */
    private void inherited(Column column, boolean comes, Rebuild rebuild) {
        List<String> own = TableText.inherited(name(), column);
        List<String> back = new ArrayList<>();
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(name(), Names.of(column.name()));
        Table heir = comes ? table.after() : table.before();
        Optional<String> above = (comes ? rebuild.before() : rebuild.after())
                .parents(heir).stream()
                        .flatMap(parent -> parent.columns().stream())
                        .filter(other ->
                                other.name().equals(column.name()) && other.filling() instanceof Filling.Default)
                        .flatMap(other -> other.filling().text().stream())
                        .findFirst();
        if (column.filling() instanceof Filling.Default || above.isPresent()) {
            back.add(alter + above.map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"));
        }
        if (!column.nullable()) {
            back.add(alter + "DROP NOT NULL");
        }
        if (column.comment().isPresent()) {
            back.add(Remark.on("COLUMN " + name() + "." + Names.of(column.name()), Optional.empty()));
        }
        if (above.isPresent() && column.filling().text().isEmpty()) {
            own.add(alter + "DROP DEFAULT");
        }
        make(comes ? Step.of(own, back) : Step.of(back, own));
    }

    static Matched<Column> columns(Kept<Table> table) {
        return Matched.of(table.before().columns(), table.after().columns());
    }

    private String name() {
        return table.after().name();
    }

    private void make(Step step) {
        plan.add(Stage.CREATE, name(), step);
    }

    private void change(Column before, Column after, SchemaGraph graph) {
        boolean typed = TypeChange.isOne(before, after);
        if (Generation.staysInPlace(before, after)) {
            make(Generation.inPlace(name(), after, graph));
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
            plan.add(numbered ? Stage.VALIDATE : Stage.CREATE, name(), new FillingChange(name(), before, after).step());
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
        String add = "ALTER TABLE " + name() + " ADD COLUMN ";
        String drop = "ALTER TABLE %s DROP COLUMN %s".formatted(name(), Names.of(column.name()));
        boolean varies = column.filling() instanceof Filling.Default
                && Numbers.of(column).isEmpty()
                && Verdict.finds("column-rewrites-table", add + text.nullableDefinition());
        boolean unfilled = column.filling() instanceof Filling.Nothing;
        List<String> up = new ArrayList<>(text.before());
        up.add(add + (varies ? text.bareDefinition() : unfilled ? text.nullableDefinition() : text.definition()));
        up.addAll(text.after());
        if (varies) {
            up.add("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s"
                    .formatted(name(), Names.of(column.name()), filling(column)));
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
                Stage.BACKFILL,
                name(),
                Step.of(
                        List.of("UPDATE %s SET %s = DEFAULT WHERE %s IS NULL".formatted(name(), name, name)),
                        List.of()));
    }

    /** What a column is added with, its comment included, where it was before. */
    static List<String> restored(String table, Column column) {
        ColumnText text = new ColumnText(table, column);
        return Stream.of(
                        text.before().stream(),
                        Stream.of("ALTER TABLE " + table + " ADD COLUMN " + text.definition()),
                        text.after().stream(),
                        column.comment().stream().map(comment -> text.comment()))
                .flatMap(each -> each)
                .toList();
    }
}
