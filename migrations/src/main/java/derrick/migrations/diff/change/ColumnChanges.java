package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.ColumnDdl;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.SequenceDefinition;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds and changes columns of a table that stays. {@link DropPlanner} drops those that are not declared any more. */
record ColumnChanges(Kept<Table> table, ChangePlan plan) {
    private static final String ANEW = "the declared schema has it so, and the rows get their values at once";

    /** @param rebuild the columns that are dropped and created again, which change so */
    void addSteps(DependentRebuild rebuild) {
        if (ParentChange.isOne(table)) {
            return;
        }
        MatchedByName<Column> columns = columns(table);
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
    private void inherited(Column column, boolean comes, DependentRebuild rebuild) {
        List<String> own = TableDdl.inherited(name(), column);
        List<String> back = new ArrayList<>();
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(name(), Identifiers.of(column.name()));
        Table heir = comes ? table.after() : table.before();
        Optional<String> above = (comes ? rebuild.before() : rebuild.after())
                .parents(heir).stream()
                        .flatMap(parent -> parent.columns().stream())
                        .filter(other ->
                                other.name().equals(column.name()) && other.filling() instanceof ColumnDefault.Default)
                        .flatMap(other -> other.filling().text().stream())
                        .findFirst();
        if (column.filling() instanceof ColumnDefault.Default || above.isPresent()) {
            back.add(alter + above.map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"));
        }
        if (!column.nullable()) {
            back.add(alter + "DROP NOT NULL");
        }
        if (column.comment().isPresent()) {
            back.add(CommentOn.on("COLUMN " + name() + "." + Identifiers.of(column.name()), Optional.empty()));
        }
        if (above.isPresent() && column.filling().text().isEmpty()) {
            own.add(alter + "DROP DEFAULT");
        }
        make(comes ? ChangeStep.of(own, back) : ChangeStep.of(back, own));
    }

    static MatchedByName<Column> columns(Kept<Table> table) {
        return MatchedByName.of(table.before().columns(), table.after().columns());
    }

    private String name() {
        return table.after().name();
    }

    private void make(ChangeStep step) {
        plan.add(Stage.CREATE, name(), step);
    }

    private void change(Column before, Column after, SchemaGraph graph) {
        boolean typed = TypeChange.isOne(before, after);
        if (GeneratedColumnChange.staysInPlace(before, after)) {
            make(GeneratedColumnChange.inPlace(name(), after, graph));
            return;
        }
        if (typed) {
            make(new TypeChange(name(), before, after).step());
        }
        boolean numbered = SequenceDefinition.of(before).isPresent()
                != SequenceDefinition.of(after).isPresent();
        if (!before.nullable() && after.nullable()) {
            new NotNullChange(name(), after.name(), plan).allow();
        } else if (before.nullable() && !after.nullable()) {
            new NotNullChange(name(), after.name(), plan).forbid();
        }
        if (DefaultChange.isOne(before, after) && !isDoneWithType(before, after)) {
            // An identity column must not take NULL, which may be so only by then.
            plan.add(numbered ? Stage.VALIDATE : Stage.CREATE, name(), new DefaultChange(name(), before, after).step());
        } else if (!before.sequence().equals(after.sequence())
                && SequenceDefinition.of(after).isPresent()) {
            boolean byType = typed && SequenceDefinition.of(after).orElseThrow().isIdentity();
            if (!byType) {
                make(DefaultChange.numbers(name(), before, after));
            }
        }
        if (!before.comment().equals(after.comment())) {
            make(ChangeStep.of(new ColumnDdl(name(), after).comment(), new ColumnDdl(name(), before).comment()));
        }
    }

    /** A conversion takes the default off and puts the new one on. */
    private static boolean isDoneWithType(Column before, Column after) {
        return TypeChange.takesDefaultOff(before, after)
                && before.filling() instanceof ColumnDefault.Default
                && after.filling() instanceof ColumnDefault.Default
                && SequenceDefinition.of(before).isEmpty()
                && SequenceDefinition.of(after).isEmpty();
    }

    private void add(Column column) {
        ColumnDdl text = new ColumnDdl(name(), column);
        String add = "ALTER TABLE " + name() + " ADD COLUMN ";
        String drop = "ALTER TABLE %s DROP COLUMN %s".formatted(name(), Identifiers.of(column.name()));
        boolean varies = column.filling() instanceof ColumnDefault.Default
                && SequenceDefinition.of(column).isEmpty()
                && LintProbe.finds("column-rewrites-table", add + text.nullableDefinition());
        boolean unfilled = column.filling() instanceof ColumnDefault.Nothing;
        List<String> up = new ArrayList<>(text.before());
        up.add(add + (varies ? text.bareDefinition() : unfilled ? text.nullableDefinition() : text.definition()));
        up.addAll(text.after());
        if (varies) {
            up.add("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s"
                    .formatted(name(), Identifiers.of(column.name()), filling(column)));
        }
        if (column.comment().isPresent()) {
            up.add(text.comment());
        }
        make(remarked(column, ChangeStep.of(up, List.of(drop)).excused("column-rewrites-table", ANEW)));
        if (!column.nullable() && (varies || unfilled)) {
            if (varies) {
                fill(column);
            }
            new NotNullChange(name(), column.name(), plan).forbid();
        }
    }

    private ChangeStep remarked(Column column, ChangeStep step) {
        String path = name() + "." + column.name();
        if (column.filling() instanceof ColumnDefault.Nothing && !column.nullable()) {
            return step.remarking(path + ": what rows that exist get in it is for you to say; "
                    + "fill them before the file that validates, or it is refused");
        }
        boolean rewrites = SequenceDefinition.of(column).isPresent()
                || (column.filling() instanceof ColumnDefault.Generated generated && generated.stored());
        return rewrites
                ? step.remarking("%s: nobody reads or writes %s while every row gets a value".formatted(path, name()))
                : step;
    }

    private static String filling(Column column) {
        return ColumnDdl.expression(column.filling().text().orElseThrow());
    }

    private void fill(Column column) {
        String name = Identifiers.of(column.name());
        plan.add(
                Stage.BACKFILL,
                name(),
                ChangeStep.of(
                        List.of("UPDATE %s SET %s = DEFAULT WHERE %s IS NULL".formatted(name(), name, name)),
                        List.of()));
    }

    /** What a column is added with, its comment included, where it was before. */
    static List<String> restored(String table, Column column) {
        ColumnDdl text = new ColumnDdl(table, column);
        return Stream.of(
                        text.before().stream(),
                        Stream.of("ALTER TABLE " + table + " ADD COLUMN " + text.definition()),
                        text.after().stream(),
                        column.comment().stream().map(comment -> text.comment()))
                .flatMap(each -> each)
                .toList();
    }
}
