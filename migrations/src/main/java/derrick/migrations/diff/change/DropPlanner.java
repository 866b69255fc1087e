package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Sequence;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.OtherObjectKinds;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Drops columns, tables and other objects that are not declared any more, each after those that depend on it. */
public record DropPlanner(SchemaGraph before, SchemaGraph after, ChangePlan plan) {
    private static final String MEANT = "it is not declared any more, and create was told to drop it";
    private static final String BACK = "its values are lost: with rows there it is refused";

    public void addSteps() {
        columns();
        Set<Node> removed = new TreeSet<>();
        for (CatalogObject object : before.catalog().objects()) {
            boolean droppable = !(object instanceof OtherObject other)
                    || (OtherObjectKinds.isOrdered(other.what())
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

    private void columns() {
        List<Node> gone = new ArrayList<>();
        for (Kept<Table> table : MatchedByName.of(
                        before.catalog().tables().values(),
                        after.catalog().tables().values())
                .kept()) {
            if (!ParentChange.isOne(table)) {
                ColumnChanges.columns(table).gone().stream()
                        .filter(column -> !column.inherited())
                        .forEach(column ->
                                gone.add(Node.part(Kind.COLUMN, table.after().name(), column.name())));
            }
        }
        List<Node> order = new ArrayList<>(before.dependencies().inOrder(gone));
        Collections.reverse(order);
        for (Node node : order) {
            Column column = (Column) before.object(node).orElseThrow();
            String table = before.ownerName(node);
            String path = table + "." + column.name();
            plan.add(
                    Stage.DROP,
                    table,
                    ChangeStep.of(new ObjectDdl(before).drop(node), ColumnChanges.restored(table, column))
                            .losing("the values of " + path, path)
                            .excused("drop-column", MEANT)
                            .excused("column-rewrites-table", "it takes back a column that was dropped")
                            .excused("not-null-without-default", BACK));
        }
    }

    private void drop(Node node, List<Node> earlier, List<Node> later) {
        ObjectDdl ddl = new ObjectDdl(before);
        CatalogObject object = before.object(node).orElseThrow();
        if (object instanceof Table table) {
            drop(table, earlier, later);
            return;
        }
        if (goesWithTable(object)) {
            plan.add(Stage.DROP, node.name(), ChangeStep.of(List.of(), ddl.create(node)));
            return;
        }
        ChangeStep step = ChangeStep.of(ddl.drop(node), ddl.create(node));
        Optional<ChangeStep.Loss> loss = object.kind() == Kind.SEQUENCE
                ? Optional.of(new ChangeStep.Loss("how far %s had counted".formatted(node.name()), Optional.empty()))
                : lossBefore(node);
        plan.add(Stage.DROP, subject(node), loss.map(step::losing).orElse(step));
    }

    /** The table whose rows those of a partition are. */
    private String root(Table table) {
        return table.partitionOf()
                .flatMap(of -> before.catalog().table(of.parent()))
                .map(this::root)
                .orElse(table.name());
    }

    private static String subject(Node node) {
        return node.name().replaceFirst("\\(.*", "");
    }

    /** A sequence that a column of a dropped table owns is dropped with it. */
    private boolean goesWithTable(CatalogObject object) {
        return object instanceof Sequence sequence
                && sequence.owner()
                        .filter(column -> after.catalog().tables().keySet().stream()
                                .noneMatch(table -> column.startsWith(table + ".")))
                        .isPresent();
    }

    /** What is lost before an object can be dropped: the rows of a table that uses it. */
    private Optional<ChangeStep.Loss> lossBefore(Node node) {
        return before.dependencies().dependentsOf(List.of(node)).stream()
                .map(before::whole)
                .filter(whole ->
                        whole.kind() == Kind.TABLE && after.object(whole).isEmpty())
                .findFirst()
                .map(table -> new ChangeStep.Loss("the rows of " + table.name(), Optional.empty()));
    }

    /** Where two tables point at each other, a foreign key is dropped first. */
    private void drop(Table table, List<Node> earlier, List<Node> later) {
        String what = "the rows of " + table.name();
        for (Node node : later) {
            if (before.object(node).orElseThrow() instanceof Table pointing) {
                for (Constraint constraint : pointing.constraints()) {
                    if (TableDdl.pointsAt(constraint, Set.of(table.name()))) {
                        plan.add(
                                Stage.DROP,
                                table.name(),
                                ChangeStep.of(
                                                ConstraintDdl.drop(pointing.name(), constraint),
                                                ConstraintDdl.add(pointing.name(), constraint))
                                        .losing(what, table.name())
                                        .excused("foreign-key-validates", "both tables come back without rows"));
                    }
                }
            }
        }
        Set<String> notYet = new HashSet<>(earlier.stream().map(Node::name).toList());
        List<String> create = new ArrayList<>(new TableDdl(table).create(notYet));
        before.catalog().others().values().stream()
                .filter(other -> before.owner(other).equals(Optional.of(SchemaGraph.node(table))))
                .forEach(other -> create.addAll(PartChanges.created(other)));
        plan.add(
                Stage.DROP,
                table.name(),
                ChangeStep.of(List.of("DROP TABLE " + table.name()), create)
                        .losing(what, root(table))
                        .excused("drop-table", MEANT));
    }
}
