package derrick.migrations.catalog;

import derrick.migrations.catalog.CatalogObject.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The dependencies between the objects of a database, as PostgreSQL records them.
 *
 * @param needs the objects that each object needs directly
 */
public record Dependencies(Map<Node, Set<Node>> needs) {
    /**
     * An object or a part of one.
     *
     * @param name the name; of a part, {@code owner.part}
     */
    public record Node(Kind kind, String name) implements Comparable<Node> {
        /** Returns the node of a part of a table or view. */
        public static Node part(Kind kind, String owner, String name) {
            return new Node(kind, owner + "." + name);
        }

        @Override
        public int compareTo(Node other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    /** Returns the objects that depend on the roots, directly or indirectly, without the roots. */
    public Set<Node> dependentsOf(Collection<Node> roots) {
        Map<Node, Set<Node>> neededBy = new TreeMap<>();
        needs.forEach((node, needed) -> needed.forEach(
                each -> neededBy.computeIfAbsent(each, any -> new TreeSet<>()).add(node)));
        Set<Node> found = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            for (Node dependent : neededBy.getOrDefault(open.pop(), Set.of())) {
                if (!roots.contains(dependent) && found.add(dependent)) {
                    open.push(dependent);
                }
            }
        }
        return found;
    }

    /** Returns the objects that depend on the roots directly, without the roots. */
    public Set<Node> directDependentsOf(Collection<Node> roots) {
        Set<Node> found = new TreeSet<>();
        needs.forEach((node, needed) -> {
            if (!roots.contains(node) && needed.stream().anyMatch(roots::contains)) {
                found.add(node);
            }
        });
        return found;
    }

    /** Sorts nodes so that each follows those that it depends on, directly or indirectly. */
    public List<Node> inOrder(Collection<Node> nodes) {
        List<Node> ordered = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        nodes.stream().sorted().forEach(node -> visit(node, seen, ordered));
        ordered.retainAll(new HashSet<>(nodes));
        return ordered;
    }

    private void visit(Node node, Set<Node> seen, List<Node> ordered) {
        if (seen.add(node)) {
            needs.getOrDefault(node, Set.of()).forEach(needed -> visit(needed, seen, ordered));
            ordered.add(node);
        }
    }
}
