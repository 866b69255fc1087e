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
 * Which objects of a database need which others, as PostgreSQL records it.
 *
 * @param needs the objects that each object needs directly
 */
public record Dependencies(Map<Node, Set<Node>> needs) {
    /**
     * An object or a part of one.
     *
     * @param name its name; of a part, behind the name of its owner and a dot
     */
    public record Node(Kind kind, String name) implements Comparable<Node> {
        /** A part of a table or view. */
        public static Node part(Kind kind, String owner, String name) {
            return new Node(kind, owner + "." + name);
        }

        @Override
        public int compareTo(Node other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    /** All objects that need one of these, directly or through others; these themselves are not among them. */
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

    /** The objects that need one of these directly. */
    public Set<Node> directDependentsOf(Collection<Node> roots) {
        Set<Node> found = new TreeSet<>();
        needs.forEach((node, needed) -> {
            if (!roots.contains(node) && needed.stream().anyMatch(roots::contains)) {
                found.add(node);
            }
        });
        return found;
    }

    /** These in an order in which each comes after those that it needs, directly or through others. */
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
