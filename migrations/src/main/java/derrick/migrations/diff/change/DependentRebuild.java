package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.ddl.TypeDdl;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drops the objects that depend on a change and creates them again afterwards, where PostgreSQL rejects the change
 * otherwise.
 *
 * @param before the schema in which they are dropped
 * @param after the schema in which they are created again; objects that it lacks are only dropped
 * @param replaced the objects that are dropped and created again, each after those that it needs
 * @param converted the columns whose type changes in place
 */
record DependentRebuild(SchemaGraph before, SchemaGraph after, List<Node> replaced, Set<Node> converted) {
    /**
     * Finds all objects that depend on a change.
     *
     * @param replaced the objects that are themselves dropped and created again
     * @param converted the columns and types that change in place
     */
    static DependentRebuild of(
            SchemaGraph before, SchemaGraph after, Collection<Node> replaced, Collection<Node> converted) {
        Set<Node> drops = new LinkedHashSet<>(replaced);
        Set<Node> converts = new LinkedHashSet<>(converted);
        Deque<Node> open = new ArrayDeque<>(replaced);
        open.addAll(converted);
        while (!open.isEmpty()) {
            Node cause = open.pop();
            for (Node dependent : before.dependencies().directDependentsOf(List.of(cause))) {
                if (drops.contains(dependent)
                        || converts.contains(dependent)
                        || before.object(dependent).isEmpty()) {
                    continue;
                }
                boolean retyped = converts.contains(cause) && cause.kind() == Kind.COLUMN;
                if (isPlainColumn(dependent, before)) {
                    if (cause.kind() == Kind.ENUM || cause.kind() == Kind.OTHER) {
                        converts.add(dependent);
                        open.push(dependent);
                    }
                } else if (isDropped(dependent, cause, retyped, before, after)) {
                    drops.add(dependent);
                    open.push(dependent);
                }
            }
        }
        Set<Node> columns = new TreeSet<>();
        converts.stream().filter(node -> node.kind() == Kind.COLUMN).forEach(columns::add);
        drops.removeIf(node -> node.kind() == Kind.DEFAULT
                && columns.contains(new Node(Kind.COLUMN, node.name()))
                && !replaced.contains(node));
        return new DependentRebuild(before, after, before.dependencies().inOrder(drops), columns);
    }

    private static boolean isPlainColumn(Node node, SchemaGraph graph) {
        return node.kind() == Kind.COLUMN
                && !graph.object(node)
                        .filter(object -> ((Column) object).defaultValue() instanceof ColumnDefault.Generated)
                        .isPresent();
    }

    private static boolean isDropped(
            Node dependent, Node cause, boolean retyped, SchemaGraph before, SchemaGraph after) {
        CatalogObject object = before.object(dependent).orElseThrow();
        return switch (dependent.kind()) {
            case TABLE, PARTITION, SEQUENCE, ENUM -> false;
            case CONSTRAINT, INDEX -> !retyped || !isConvertedByServer(dependent, cause, before, after);
            case DEFAULT -> !retyped;
            case OTHER -> isDropped((OtherObject) object, retyped);
            default -> true;
        };
    }

    private static boolean isDropped(OtherObject other, boolean retyped) {
        return switch (other.objectType()) {
            case "schema", "extension", "domain", "type", "server", "foreign-data wrapper", "foreign table" -> false;
            case "statistics", "settings of", "comment of index" -> !retyped;
            case "publication" -> !retyped || other.ownAttributes().toString().contains(" WHERE (");
            default -> true;
        };
    }

    /** Returns true if ALTER COLUMN TYPE rebuilds an index or a constraint on the column itself. */
    private static boolean isConvertedByServer(Node node, Node column, SchemaGraph before, SchemaGraph after) {
        CatalogObject old = before.object(node).orElseThrow();
        Optional<CatalogObject> declared = after.object(node);
        Optional<CatalogObject> declaredColumn = after.object(column);
        if (declared.isEmpty() || declaredColumn.isEmpty()) {
            return false;
        }
        boolean sameComparison = TypeDdl.haveSameComparison(
                ((Column) before.object(column).orElseThrow()).type(), ((Column) declaredColumn.get()).type());
        boolean plain = !(old instanceof Constraint constraint)
                ? !old.attributes().getOrDefault("definition", "").matches("(?s).*(::| WHERE |\\(.*\\().*")
                : constraint.type() == Constraint.Type.PRIMARY_KEY || constraint.type() == Constraint.Type.UNIQUE;
        return plain
                || (sameComparison && old.attributes().equals(declared.get().attributes()));
    }

    boolean isEmpty() {
        return replaced.isEmpty();
    }

    /** Returns the steps that drop the objects, dependents first. */
    List<ChangeStep> drops() {
        List<Node> order = new ArrayList<>(replaced);
        Collections.reverse(order);
        ObjectDdl ddl = new ObjectDdl(before);
        List<ChangeStep> steps = new ArrayList<>();
        for (Node node : order) {
            if (!isPartOfReplaced(node, before)) {
                steps.add(step(node, isDroppedWithOwner(node) ? List.of() : ddl.drop(node), ddl.create(node)));
            }
        }
        return steps;
    }

    /** Returns true for a column that is not generated, whose values are lost. */
    private boolean losesValues(Node node) {
        return node.kind() == Kind.COLUMN
                && !GeneratedColumnChange.isGenerated(
                        (Column) before.object(node).orElseThrow());
    }

    /** Returns the objects that are created again. */
    Set<Node> recreated() {
        Set<Node> nodes = new TreeSet<>();
        replaced.stream()
                .filter(node -> after.object(node).isPresent() && !isPartOfReplaced(node, after))
                .forEach(nodes::add);
        return nodes;
    }

    /** Returns the step that creates an object again. */
    ChangeStep creation(Node node) {
        ObjectDdl ddl = new ObjectDdl(after);
        return step(node, ddl.create(node), isDroppedWithOwner(node) ? List.of() : ddl.drop(node));
    }

    private ChangeStep step(Node node, List<String> up, List<String> down) {
        ChangeStep step = withSuppressions(ChangeStep.of(up, down));
        return losesValues(node) ? step.withLoss("the values of " + node.name(), node.name()) : step;
    }

    /** Returns statements that drop the objects, make a change, and create the objects as they were. */
    List<String> around(List<String> change) {
        ObjectDdl ddl = new ObjectDdl(before);
        List<String> statements = new ArrayList<>();
        drops().forEach(step -> statements.addAll(step.up()));
        statements.addAll(change);
        before.dependencies().inOrder(replaced).stream()
                .filter(node -> !isPartOfReplaced(node, before))
                .forEach(node -> statements.addAll(ddl.create(node)));
        return statements;
    }

    /** Returns true for an index of a materialized view that is created again as a whole. */
    private boolean isPartOfReplaced(Node node, SchemaGraph graph) {
        Node owner = graph.ownerOrSelf(node);
        return !owner.equals(node) && owner.kind() == Kind.VIEW && replaced.contains(owner);
    }

    /** Returns true for a rule, trigger or comment of a view that is dropped. */
    private boolean isDroppedWithOwner(Node node) {
        return before.object(node)
                .filter(OtherObject.class::isInstance)
                .map(OtherObject.class::cast)
                .flatMap(before::owner)
                .filter(replaced::contains)
                .isPresent();
    }

    private static ChangeStep withSuppressions(ChangeStep step) {
        String reason = "it depends on an object that changes";
        ChangeStep result = step;
        for (String rule : List.of(
                "check-validates",
                "foreign-key-validates",
                "unique-builds-index",
                "index-not-concurrent",
                "drop-index-not-concurrent",
                "drop-column",
                "column-rewrites-table",
                "several-changes")) {
            result = result.suppressing(rule, reason);
        }
        return result;
    }

    /** Returns a table and its partitions and children on all levels. */
    static Set<String> withDescendants(String table, SchemaGraph graph) {
        Set<String> found = new TreeSet<>(Set.of(table));
        int size;
        do {
            size = found.size();
            for (Table other : graph.catalog().tables().values()) {
                if (other.partitionOf()
                                .filter(of -> found.contains(of.parent()))
                                .isPresent()
                        || other.inherits().stream().anyMatch(found::contains)) {
                    found.add(other.name());
                }
            }
        } while (found.size() > size);
        return found;
    }
}
