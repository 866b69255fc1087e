package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Sequence;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Drops columns, tables and other objects that are not declared any more, each after its dependents. */
public record DropPlanner(SchemaGraph before, SchemaGraph after, ChangePlan plan) {
    private static final String NOT_DECLARED = "it is not declared any more, and --allow-destructive was given";
    private static final String WITHOUT_VALUES = "its values are lost; the downgrade fails if the table has rows";

    public void addSteps() {
        dropColumns();
        Set<Node> removed = new TreeSet<>();
        for (CatalogObject object : before.catalog().objects()) {
            boolean droppable = !(object instanceof OtherObject other)
                    || (SchemaGraph.isOrdered(other.objectType())
                            && !other.drop().isEmpty());
            Node node = SchemaGraph.node(object);
            if (droppable && object.kind() != Kind.VIEW && after.object(node).isEmpty()) {
                removed.add(node);
            }
        }
        List<Node> order = new ArrayList<>(before.inOrder(removed));
        Collections.reverse(order);
        for (int at = 0; at < order.size(); at++) {
            drop(order.get(at), order.subList(0, at), order.subList(at + 1, order.size()));
        }
    }

    private void dropColumns() {
        List<Node> removed = new ArrayList<>();
        for (Match<Table> table : MatchedByName.of(
                        before.catalog().tables().values(),
                        after.catalog().tables().values())
                .common()) {
            if (!ColumnChanges.changesParents(table)) {
                ColumnChanges.columns(table).removed().stream()
                        .filter(column -> !column.inherited())
                        .forEach(column ->
                                removed.add(Node.part(Kind.COLUMN, table.after().name(), column.name())));
            }
        }
        List<Node> order = new ArrayList<>(before.dependencies().inOrder(removed));
        Collections.reverse(order);
        for (Node node : order) {
            Column column = (Column) before.object(node).orElseThrow();
            String table = before.ownerName(node);
            String path = table + "." + column.name();
            plan.add(
                    Stage.DROP,
                    table,
                    ChangeStep.of(new ObjectDdl(before).drop(node), ColumnChanges.addColumn(table, column))
                            .withLoss("the values of " + path, path)
                            .suppressing("drop-column", NOT_DECLARED)
                            .suppressing("column-rewrites-table", "it restores a dropped column")
                            .suppressing("not-null-without-default", WITHOUT_VALUES));
        }
    }

    private void drop(Node node, List<Node> earlier, List<Node> later) {
        ObjectDdl ddl = new ObjectDdl(before);
        CatalogObject object = before.object(node).orElseThrow();
        if (object instanceof Table table) {
            drop(table, earlier, later);
            return;
        }
        if (isDroppedWithTable(object)) {
            plan.add(Stage.DROP, node.name(), ChangeStep.of(List.of(), ddl.create(node)));
            return;
        }
        ChangeStep step = ChangeStep.of(ddl.drop(node), ddl.create(node));
        Optional<ChangeStep.StepLoss> loss = object.kind() == Kind.SEQUENCE
                ? Optional.of(new ChangeStep.StepLoss("the last value of %s".formatted(node.name()), Optional.empty()))
                : lossOfDependents(node);
        plan.add(Stage.DROP, subject(node), loss.map(step::withLoss).orElse(step));
    }

    /** Returns the partitioned table that a partition belongs to, else the table itself. */
    private String root(Table table) {
        return table.partitionOf()
                .flatMap(of -> before.catalog().table(of.parent()))
                .map(this::root)
                .orElse(table.name());
    }

    private static String subject(Node node) {
        return node.name().replaceFirst("\\(.*", "");
    }

    /** Returns true for a sequence that a column of a dropped table owns. */
    private boolean isDroppedWithTable(CatalogObject object) {
        return object instanceof Sequence sequence
                && sequence.owner()
                        .filter(column -> after.catalog().tables().keySet().stream()
                                .noneMatch(table -> column.startsWith(table + ".")))
                        .isPresent();
    }

    /** Returns the rows of a dropped table that uses the object; they are lost before the object can be dropped. */
    private Optional<ChangeStep.StepLoss> lossOfDependents(Node node) {
        return before.dependencies().dependentsOf(List.of(node)).stream()
                .map(before::ownerOrSelf)
                .filter(whole ->
                        whole.kind() == Kind.TABLE && after.object(whole).isEmpty())
                .findFirst()
                .map(table -> new ChangeStep.StepLoss("the rows of " + table.name(), Optional.empty()));
    }

    /** Drops a table, and first the foreign keys of tables that it also references. */
    private void drop(Table table, List<Node> earlier, List<Node> later) {
        String what = "the rows of " + table.name();
        for (Node node : later) {
            if (before.object(node).orElseThrow() instanceof Table referencing) {
                for (Constraint constraint : referencing.constraints()) {
                    if (TableDdl.references(constraint, Set.of(table.name()))) {
                        plan.add(
                                Stage.DROP,
                                table.name(),
                                ChangeStep.of(
                                                ConstraintDdl.drop(referencing.name(), constraint),
                                                ConstraintDdl.add(referencing.name(), constraint))
                                        .withLoss(what, table.name())
                                        .suppressing("foreign-key-validates", "both tables are restored without rows"));
                    }
                }
            }
        }
        Set<String> createdLater =
                new HashSet<>(earlier.stream().map(Node::name).toList());
        List<String> create = new ArrayList<>(new TableDdl(table).create(createdLater));
        before.catalog().others().values().stream()
                .filter(other -> before.owner(other).equals(Optional.of(SchemaGraph.node(table))))
                .forEach(other -> create.addAll(ObjectDdl.create(other)));
        plan.add(
                Stage.DROP,
                table.name(),
                ChangeStep.of(List.of("DROP TABLE " + table.name()), create)
                        .withLoss(what, root(table))
                        .suppressing("drop-table", NOT_DECLARED));
    }
}
