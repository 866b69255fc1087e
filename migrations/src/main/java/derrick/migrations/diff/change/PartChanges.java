package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.OtherObjectKinds;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans changes of the constraints, indexes, triggers, policies, comments and settings of tables and views that stay.
 * It also plans those of the whole database: publications, event triggers, grants.
 */
public record PartChanges(SchemaGraph before, SchemaGraph after, DroppedColumns departing, ChangePlan plan) {
    /** What needs an index, which is built before. */
    private static final Set<String> OF_INDEXES =
            Set.of("replica identity of", "clustering of", "comment of index", "settings of");

    public void addSteps() {
        Catalog old = before.catalog();
        Catalog goal = after.catalog();
        List<Kept<Table>> tables =
                MatchedByName.of(old.tables().values(), goal.tables().values()).kept();
        KeyDependents dependents = new KeyDependents(before, after, plan);
        for (Kept<Table> table : tables) {
            new TableChanges(table, plan).collect();
            new ConstraintChanges(table, departing, dependents, plan).plan(PartChanges::isOwn);
            new IndexChanges(table.after().name(), leaves(table), departing, plan)
                    .plan(table.before().indexes(), table.after().indexes());
        }
        // Foreign keys come last, since they need the keys of others.
        dependents.create();
        tables.forEach(table ->
                new ConstraintChanges(table, departing, dependents, plan).plan(constraint -> !isOwn(constraint)));
        MatchedByName.of(old.views().values(), goal.views().values())
                .kept()
                .forEach(view -> new IndexChanges(view.after().name(), Optional.empty(), departing, plan)
                        .plan(view.before().indexes(), view.after().indexes()));
        planOthers(unordered(old.others().values()), unordered(goal.others().values()));
        planOthers(old.grants().values(), goal.grants().values());
    }

    private static boolean isOwn(Constraint constraint) {
        return constraint.type() != Constraint.Type.FOREIGN_KEY;
    }

    /** The partitions at the leaves below a partitioned table; empty if it is not partitioned. */
    private Optional<List<String>> leaves(Kept<Table> table) {
        return table.after()
                .partitionKey()
                .map(key -> DependentRebuild.withHeirs(table.before().name(), before).stream()
                        .filter(heir -> before.catalog()
                                .table(heir)
                                .orElseThrow()
                                .partitionKey()
                                .isEmpty())
                        .toList());
    }

    private static List<OtherObject> unordered(Collection<OtherObject> others) {
        return others.stream()
                .filter(other -> !OtherObjectKinds.isOrdered(other.what()))
                .toList();
    }

    private void planOthers(Collection<OtherObject> old, Collection<OtherObject> now) {
        MatchedByName<OtherObject> all = MatchedByName.of(old, now);
        all.gone().stream()
                .filter(other -> !goesWithOwner(other) && !other.drop().isEmpty())
                .forEach(other -> add(other, ChangeStep.of(other.drop(), created(other))));
        all.kept().stream().filter(Kept::isChanged).forEach(other -> change(other.before(), other.after()));
        List<Node> order = after.dependencies()
                .inOrder(all.come().stream().map(SchemaGraph::node).toList());
        List<OtherObject> come = new ArrayList<>(all.come());
        come.sort(java.util.Comparator.comparingInt(other -> order.indexOf(SchemaGraph.node(other))));
        come.stream()
                .filter(other -> !other.create().isEmpty() && !other.drop().isEmpty())
                .forEach(other -> add(other, ChangeStep.of(created(other), other.drop())));
    }

    /** What belongs to a table that is dropped is dropped with it, and comes back with it. */
    private boolean goesWithOwner(OtherObject other) {
        return before.owner(other)
                .filter(owner -> after.object(owner).isEmpty())
                .isPresent();
    }

    private void change(OtherObject old, OtherObject now) {
        if (!old.attributes().equals(now.attributes())) {
            if (!old.drop().isEmpty() && !now.create().isEmpty()) {
                add(now, ChangeStep.of(joined(old.drop(), created(now)), joined(now.drop(), created(old))));
            }
            return;
        }
        now.commentTarget().ifPresent(target -> add(now, CommentOn.step(target, old.comment(), now.comment())));
    }

    private void add(OtherObject other, ChangeStep step) {
        Stage stage = OF_INDEXES.contains(other.what()) ? Stage.VALIDATE : Stage.CREATE;
        String subject =
                before.owner(other).or(() -> after.owner(other)).map(Node::name).orElse(other.ownName());
        plan.add(stage, subject, step);
    }

    static List<String> created(OtherObject other) {
        List<String> statements = new ArrayList<>(other.create());
        if (other.comment().isPresent()) {
            other.commentTarget().ifPresent(target -> statements.add(CommentOn.on(target, other.comment())));
        }
        return statements;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
