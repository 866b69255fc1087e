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
 * The objects that have to be dropped before others change and are created again after it, since PostgreSQL lets
 * nothing change that they depend on.
 *
 * @param before the schema that they are dropped from
 * @param after the schema that they are created again as; what is not in it is only dropped
 * @param replaced what is dropped and created again, in an order in which each comes after what it needs
 * @param converted the columns that keep their place and get another type
 */
record DependentRebuild(SchemaGraph before, SchemaGraph after, List<Node> replaced, Set<Node> converted) {
    /**
     * Finds all that depends on what changes.
     *
     * @param replaced what is itself dropped and created again
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
                if (isConverted(dependent, before)) {
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

    private static boolean isConverted(Node node, SchemaGraph graph) {
        return node.kind() == Kind.COLUMN
                && !graph.object(node)
                        .filter(object -> ((Column) object).filling() instanceof ColumnDefault.Generated)
                        .isPresent();
    }

    private static boolean isDropped(
            Node dependent, Node cause, boolean retyped, SchemaGraph before, SchemaGraph after) {
        CatalogObject object = before.object(dependent).orElseThrow();
        return switch (dependent.kind()) {
            case TABLE, PARTITION, SEQUENCE, ENUM -> false;
            case CONSTRAINT, INDEX -> !retyped || !survives(dependent, cause, before, after);
            case DEFAULT -> !retyped;
            case OTHER -> isDropped((OtherObject) object, retyped);
            default -> true;
        };
    }

    private static boolean isDropped(OtherObject other, boolean retyped) {
        return switch (other.what()) {
            case "schema", "extension", "domain", "type", "server", "foreign-data wrapper", "foreign table" -> false;
            case "statistics", "settings of", "comment of index" -> !retyped;
            case "publication" -> !retyped || other.attributes().toString().contains(" WHERE (");
            default -> true;
        };
    }

    /** Whether PostgreSQL takes an index or a constraint along when a column of it gets another type. */
    private static boolean survives(Node node, Node column, SchemaGraph before, SchemaGraph after) {
        CatalogObject old = before.object(node).orElseThrow();
        Optional<CatalogObject> now = after.object(node);
        Optional<CatalogObject> other = after.object(column);
        if (now.isEmpty() || other.isEmpty()) {
            return false;
        }
        boolean values = TypeDdl.isOfOneFamily(
                ((Column) before.object(column).orElseThrow()).type(), ((Column) other.get()).type());
        boolean plain = !(old instanceof Constraint constraint)
                ? !old.aspects().getOrDefault("definition", "").matches("(?s).*(::| WHERE |\\(.*\\().*")
                : constraint.type() == Constraint.Type.PRIMARY_KEY || constraint.type() == Constraint.Type.UNIQUE;
        return plain || (values && old.aspects().equals(now.get().aspects()));
    }

    boolean isEmpty() {
        return replaced.isEmpty();
    }

    /** The steps that drop them, those that need others first. */
    List<ChangeStep> drops() {
        List<Node> order = new ArrayList<>(replaced);
        Collections.reverse(order);
        ObjectDdl ddl = new ObjectDdl(before);
        List<ChangeStep> steps = new ArrayList<>();
        for (Node node : order) {
            if (!isPartOfReplaced(node, before)) {
                steps.add(step(node, goesWithOwner(node) ? List.of() : ddl.drop(node), ddl.create(node)));
            }
        }
        return steps;
    }

    /** Whether a column that becomes a computed one has values of its own. */
    private boolean losesValues(Node node) {
        return node.kind() == Kind.COLUMN
                && !GeneratedColumnChange.isGenerated(
                        (Column) before.object(node).orElseThrow());
    }

    /** The nodes that are created again, as far as they still exist. */
    Set<Node> returning() {
        Set<Node> nodes = new TreeSet<>();
        replaced.stream()
                .filter(node -> after.object(node).isPresent() && !isPartOfReplaced(node, after))
                .forEach(nodes::add);
        return nodes;
    }

    /** The step that creates one again. */
    ChangeStep creation(Node node) {
        ObjectDdl ddl = new ObjectDdl(after);
        return step(node, ddl.create(node), goesWithOwner(node) ? List.of() : ddl.drop(node));
    }

    private ChangeStep step(Node node, List<String> up, List<String> down) {
        ChangeStep step = excused(ChangeStep.of(up, down));
        return losesValues(node) ? step.losing("the values of " + node.name(), node.name()) : step;
    }

    /** The statements that drop them all, around others, and those that create them as they were. */
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

    /** Indexes of a materialized view are created with it. */
    private boolean isPartOfReplaced(Node node, SchemaGraph graph) {
        Node whole = graph.whole(node);
        return !whole.equals(node) && whole.kind() == Kind.VIEW && replaced.contains(whole);
    }

    /** A rule, a trigger or a comment is dropped with its view. */
    private boolean goesWithOwner(Node node) {
        return before.object(node)
                .filter(OtherObject.class::isInstance)
                .map(OtherObject.class::cast)
                .flatMap(before::owner)
                .filter(replaced::contains)
                .isPresent();
    }

    private static ChangeStep excused(ChangeStep step) {
        String reason = "it depends on what changes";
        ChangeStep excused = step;
        for (String rule : List.of(
                "check-validates",
                "foreign-key-validates",
                "unique-builds-index",
                "index-not-concurrent",
                "drop-index-not-concurrent",
                "drop-column",
                "column-rewrites-table",
                "several-changes")) {
            excused = excused.excused(rule, reason);
        }
        return excused;
    }

    /** The tables that the columns of a table are inherited by, directly or not, itself included. */
    static Set<String> withHeirs(String table, SchemaGraph graph) {
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
