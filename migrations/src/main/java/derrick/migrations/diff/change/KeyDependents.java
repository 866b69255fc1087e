package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What depends on keys that are dropped or change: foreign keys above all. It is dropped before, and created after. */
final class KeyDependents {
    private final SchemaGraph before;
    private final SchemaGraph after;
    private final ChangePlan plan;
    private final Set<Node> dropped = new LinkedHashSet<>();
    private final List<DependentRebuild> rebuilds = new ArrayList<>();

    KeyDependents(SchemaGraph before, SchemaGraph after, ChangePlan plan) {
        this.before = before;
        this.after = after;
        this.plan = plan;
    }

    /** Whether a constraint is dropped and created again, so that nothing else is to be done about it. */
    boolean has(String table, Constraint constraint) {
        return dropped.contains(Node.part(Kind.CONSTRAINT, table, constraint.name()));
    }

    /**
     * Plans to drop what depends on a constraint.
     *
     * @return whether anything does
     */
    boolean drop(String table, Constraint constraint) {
        Node key = Node.part(Kind.CONSTRAINT, table, constraint.name());
        DependentRebuild all = DependentRebuild.of(before, after, List.of(key), List.of());
        List<Node> others = all.replaced().stream()
                .filter(node -> !node.equals(key) && dropped.add(node))
                .toList();
        DependentRebuild rebuild = new DependentRebuild(before, after, others, Set.of());
        rebuild.replaced().forEach(node -> plan.together(before.ownerName(node), table));
        // Before new indexes are built, so that on the way back no foreign key comes to rest on one of those.
        rebuild.drops().forEach(step -> plan.add(Stage.CREATE, table, step));
        if (!rebuild.isEmpty()) {
            rebuilds.add(rebuild);
        }
        return !rebuild.isEmpty();
    }

    /** Plans to create again what was dropped, now that all keys are there. */
    void create() {
        for (DependentRebuild rebuild : rebuilds) {
            for (Node node : after.inOrder(rebuild.returning())) {
                plan.add(
                        Stage.VALIDATE,
                        before.ownerName(node),
                        rebuild.creation(node)
                                .remarking("%s: writing to %s waits while every row is checked"
                                        .formatted(node.name(), after.ownerName(node))));
            }
        }
    }
}
