package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Table.PartitionOf;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.ColumnDdl;
import derrick.migrations.diff.ddl.ColumnDdl.SequenceDefinition;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.lint.Lint;
import derrick.migrations.revision.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes the parents of an existing table, or adds and changes its columns. {@link DropPlanner} drops columns. */
record ColumnChanges(Match<Table> table, ChangePlan plan) {
    private static final String REWRITE = "the declared column needs a value in every row at once";

    /** @param rebuild the columns that are dropped and created again, and so need no other change */
    void addSteps(DependentRebuild rebuild) {
        if (changesParents(table)) {
            // The columns change with the parents; a later round compares them.
            add(ChangeStep.of(
                    changeParents(table.before(), table.after()), changeParents(table.after(), table.before())));
            return;
        }
        MatchedByName<Column> columns = columns(table);
        columns.common().stream()
                .filter(Match::isChanged)
                .filter(column -> !rebuild.replaced()
                        .contains(Node.part(Kind.COLUMN, name(), column.after().name())))
                .forEach(column -> change(column.before(), column.after(), rebuild.before()));
        columns.added().stream().filter(column -> !column.inherited()).forEach(this::add);
        Stream.concat(columns.added().stream(), columns.removed().stream())
                .filter(Column::inherited)
                .forEach(column -> changeInherited(column, columns.added().contains(column), rebuild));
    }

    /** Returns true if the table becomes a partition, stops being one, or inherits from other tables. */
    static boolean changesParents(Match<Table> table) {
        return !table.before().partitionOf().equals(table.after().partitionOf())
                || !table.before().inherits().equals(table.after().inherits());
    }

    private static List<String> changeParents(Table from, Table to) {
        List<String> statements = new ArrayList<>();
        String name = to.name();
        if (!from.partitionOf().equals(to.partitionOf())) {
            from.partitionOf()
                    .map(PartitionOf::parent)
                    .ifPresent(parent -> statements.add("ALTER TABLE %s DETACH PARTITION %s".formatted(parent, name)));
            to.partitionOf()
                    .ifPresent(of -> statements.add(
                            "ALTER TABLE %s ATTACH PARTITION %s %s".formatted(of.parent(), name, of.bounds())));
        }
        if (!from.inherits().equals(to.inherits())) {
            from.inherits().forEach(parent -> statements.add("ALTER TABLE %s NO INHERIT %s".formatted(name, parent)));
            to.inherits().forEach(parent -> statements.add("ALTER TABLE %s INHERIT %s".formatted(name, parent)));
        }
        return statements;
    }

    /** Changes an inherited column, which the catalog lists only where it differs from the parent. */
    private void changeInherited(Column column, boolean added, DependentRebuild rebuild) {
        List<String> own = TableDdl.alterInherited(name(), column);
        List<String> back = new ArrayList<>();
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(name(), Identifiers.of(column.name()));
        Table child = added ? table.after() : table.before();
        Optional<String> parentDefault = (added ? rebuild.before() : rebuild.after())
                .parents(child).stream()
                        .flatMap(parent -> parent.columns().stream())
                        .filter(other -> other.name().equals(column.name())
                                && other.defaultValue() instanceof ColumnDefault.Default)
                        .flatMap(other -> other.defaultValue().text().stream())
                        .findFirst();
        if (column.defaultValue() instanceof ColumnDefault.Default || parentDefault.isPresent()) {
            back.add(alter + parentDefault.map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"));
        }
        if (!column.nullable()) {
            back.add(alter + "DROP NOT NULL");
        }
        if (column.comment().isPresent()) {
            back.add(CommentOn.on("COLUMN " + name() + "." + Identifiers.of(column.name()), Optional.empty()));
        }
        if (parentDefault.isPresent() && column.defaultValue().text().isEmpty()) {
            own.add(alter + "DROP DEFAULT");
        }
        add(added ? ChangeStep.of(own, back) : ChangeStep.of(back, own));
    }

    static MatchedByName<Column> columns(Match<Table> table) {
        return MatchedByName.of(table.before().columns(), table.after().columns());
    }

    private String name() {
        return table.after().name();
    }

    private void add(ChangeStep step) {
        plan.add(Stage.CREATE, name(), step);
    }

    private void change(Column before, Column after, SchemaGraph graph) {
        boolean typeChanges = TypeChange.applies(before, after);
        if (GeneratedColumnChange.onlyDropsExpression(before, after)) {
            add(GeneratedColumnChange.dropExpression(name(), after, graph));
            return;
        }
        if (typeChanges) {
            add(new TypeChange(name(), before, after).step());
        }
        boolean sequenceChanges = SequenceDefinition.of(before).isPresent()
                != SequenceDefinition.of(after).isPresent();
        if (!before.nullable() && after.nullable()) {
            dropNotNull(after.name());
        } else if (before.nullable() && !after.nullable()) {
            setNotNull(after.name());
        }
        if (DefaultChange.applies(before, after) && !isChangedWithType(before, after)) {
            // ADD IDENTITY needs NOT NULL, which may be set only in the stage VALIDATE.
            plan.add(
                    sequenceChanges ? Stage.VALIDATE : Stage.CREATE,
                    name(),
                    new DefaultChange(name(), before, after).step());
        } else if (!before.sequence().equals(after.sequence())
                && SequenceDefinition.of(after).isPresent()) {
            boolean byType =
                    typeChanges && SequenceDefinition.of(after).orElseThrow().isIdentity();
            if (!byType) {
                add(DefaultChange.alterSequence(name(), before, after));
            }
        }
        if (!before.comment().equals(after.comment())) {
            add(ChangeStep.of(new ColumnDdl(name(), after).comment(), new ColumnDdl(name(), before).comment()));
        }
    }

    /** Returns true if the conversion of the type replaces the default as well. */
    private static boolean isChangedWithType(Column before, Column after) {
        return TypeChange.replacesDefault(before, after)
                && before.defaultValue() instanceof ColumnDefault.Default
                && after.defaultValue() instanceof ColumnDefault.Default
                && SequenceDefinition.of(before).isEmpty()
                && SequenceDefinition.of(after).isEmpty();
    }

    private void add(Column column) {
        ColumnDdl ddl = new ColumnDdl(name(), column);
        String add = "ALTER TABLE " + name() + " ADD COLUMN ";
        String drop = "ALTER TABLE %s DROP COLUMN %s".formatted(name(), Identifiers.of(column.name()));
        boolean volatileDefault = column.defaultValue() instanceof ColumnDefault.Default
                && SequenceDefinition.of(column).isEmpty()
                && rewritesTable(add + ddl.nullableDefinition());
        boolean withoutDefault = column.defaultValue() instanceof ColumnDefault.NoDefault;
        List<String> up = new ArrayList<>(ddl.createSequence());
        up.add(add
                + (volatileDefault
                        ? ddl.bareDefinition()
                        : withoutDefault ? ddl.nullableDefinition() : ddl.definition()));
        up.addAll(ddl.ownSequence());
        if (volatileDefault) {
            up.add("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s"
                    .formatted(name(), Identifiers.of(column.name()), expression(column)));
        }
        if (column.comment().isPresent()) {
            up.add(ddl.comment());
        }
        add(withRemarks(column, ChangeStep.of(up, List.of(drop)).suppressing("column-rewrites-table", REWRITE)));
        if (!column.nullable() && (volatileDefault || withoutDefault)) {
            if (volatileDefault) {
                backfill(column);
            }
            setNotNull(column.name());
        }
    }

    private ChangeStep withRemarks(Column column, ChangeStep step) {
        String path = name() + "." + column.name();
        if (column.defaultValue() instanceof ColumnDefault.NoDefault && !column.nullable()) {
            return step.withRemark(path + " is NOT NULL without a default: UPDATE existing rows before the file that"
                    + " validates it, which fails otherwise");
        }
        boolean rewrites = SequenceDefinition.of(column).isPresent()
                || (column.defaultValue() instanceof ColumnDefault.Generated generated && generated.stored());
        return rewrites
                ? step.withRemark("%s: %s is locked for reads and writes while it is rewritten".formatted(path, name()))
                : step;
    }

    private static String expression(Column column) {
        return ColumnDdl.expression(column.defaultValue().text().orElseThrow());
    }

    private void backfill(Column column) {
        String name = Identifiers.of(column.name());
        plan.add(
                Stage.BACKFILL,
                name(),
                ChangeStep.of(
                        List.of("UPDATE %s SET %s = DEFAULT WHERE %s IS NULL".formatted(name(), name, name)),
                        List.of()));
    }

    /** Returns true if lint finds that adding a column rewrites the table. */
    private static boolean rewritesTable(String statement) {
        return Lint.check(List.of(new Script("statement.sql", "statement.sql", statement + ";"))).stream()
                .anyMatch(finding -> finding.rule().equals("column-rewrites-table"));
    }

    /** Sets NOT NULL without a blocking table scan: the server relies on a check constraint, validated before. */
    private void setNotNull(String column) {
        String check = Identifiers.withSuffix(Identifiers.unquoted(name()) + "_" + column, "filled");
        String alter = "ALTER TABLE " + name();
        String alterColumn = "%s ALTER COLUMN %s ".formatted(alter, Identifiers.of(column));
        String add = "%s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(alter, Identifiers.of(check), Identifiers.of(column));
        String drop = ConstraintDdl.drop(name(), check);
        add(ChangeStep.of(add, drop)
                .withRemark(("%s.%s: new rows cannot have NULL from this file on; UPDATE rows that have NULL before the"
                                + " file that validates it, which fails otherwise")
                        .formatted(name(), column)));
        plan.add(
                Stage.VALIDATE,
                name(),
                ChangeStep.of(
                        List.of(ConstraintDdl.validate(name(), check), alterColumn + "SET NOT NULL", drop),
                        List.of(alterColumn + "DROP NOT NULL", add)));
    }

    private void dropNotNull(String column) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(name(), Identifiers.of(column));
        add(ChangeStep.of(alter + "DROP NOT NULL", alter + "SET NOT NULL")
                .suppressing("set-not-null-scans", "a downgrade may block; it fails if a row has NULL"));
    }

    /** Returns the statements that add a column with its sequence and comment. */
    static List<String> addColumn(String table, Column column) {
        ColumnDdl ddl = new ColumnDdl(table, column);
        return Stream.of(
                        ddl.createSequence().stream(),
                        Stream.of("ALTER TABLE " + table + " ADD COLUMN " + ddl.definition()),
                        ddl.ownSequence().stream(),
                        column.comment().stream().map(comment -> ddl.comment()))
                .flatMap(each -> each)
                .toList();
    }
}
