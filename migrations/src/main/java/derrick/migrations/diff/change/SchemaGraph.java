package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.OtherObjectKinds;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The objects of a catalog and their parts by their nodes, and which of them need which others. PostgreSQL does not
 * record what the body of an SQL function reads, nor that comments and settings need what they are about; both are
 * added.
 */
public final class SchemaGraph {
    private final Catalog catalog;
    private final Map<Node, CatalogObject> objects = new TreeMap<>();
    private final Map<Node, Node> owners = new TreeMap<>();
    private final Dependencies dependencies;
    private final Dependencies order;

    public SchemaGraph(Catalog catalog) {
        this.catalog = catalog;
        catalog.objects().forEach(this::add);
        Map<Node, Set<Node>> needs = new TreeMap<>();
        catalog.dependencies().needs().forEach((node, needed) -> needs.put(node, new TreeSet<>(needed)));
        owners.forEach((part, owner) -> need(needs, part, owner));
        catalog.others().values().forEach(other -> owner(other).ifPresent(owner -> need(needs, node(other), owner)));
        this.dependencies = new Dependencies(copy(needs));
        catalog.functions()
                .values()
                .forEach(routine -> namedIn(routine).forEach(node -> need(needs, node(routine), node)));
        this.order = new Dependencies(needs);
    }

    private void add(CatalogObject object) {
        Node owner = node(object);
        objects.put(owner, object);
        for (CatalogObject part : object.parts()) {
            Node node = Node.part(part.kind(), object.name(), part.name());
            objects.put(node, part);
            owners.put(node, owner);
            if (part instanceof Column column && column.filling() instanceof ColumnDefault.Default) {
                Node value = Node.part(Kind.DEFAULT, object.name(), column.name());
                objects.put(value, column);
                owners.put(value, owner);
            }
        }
    }

    private static Map<Node, Set<Node>> copy(Map<Node, Set<Node>> needs) {
        Map<Node, Set<Node>> copy = new TreeMap<>();
        needs.forEach((node, needed) -> copy.put(node, new TreeSet<>(needed)));
        return copy;
    }

    private static void need(Map<Node, Set<Node>> needs, Node node, Node needed) {
        needs.computeIfAbsent(node, any -> new TreeSet<>()).add(needed);
    }

    Catalog catalog() {
        return catalog;
    }

    /** What PostgreSQL lets nothing change under. */
    Dependencies dependencies() {
        return dependencies;
    }

    /** The same with what only has to be there first: what the bodies of SQL functions name. */
    Dependencies order() {
        return order;
    }

    /** The node of an object that is no part of another; a partition is a table. */
    static Node node(CatalogObject object) {
        return new Node(object.kind() == Kind.PARTITION ? Kind.TABLE : object.kind(), object.name());
    }

    /** The object or part of a node; of a default, its column. Empty if there is none. */
    Optional<CatalogObject> object(Node node) {
        return Optional.ofNullable(objects.get(node));
    }

    /** The name of the table or view that a part belongs to. */
    String ownerName(Node part) {
        return whole(part).name();
    }

    /** The node itself, or for a part that of its owner. */
    Node whole(Node node) {
        return owners.getOrDefault(node, node);
    }

    /** The table or view that something is about, such as a policy or the comment of a column. */
    Optional<Node> owner(OtherObject other) {
        if (!OtherObjectKinds.OF_RELATIONS.contains(other.what())) {
            return Optional.empty();
        }
        String name = other.ownName();
        return Stream.concat(
                        catalog.tables().keySet().stream().map(table -> new Node(Kind.TABLE, table)),
                        catalog.views().keySet().stream().map(view -> new Node(Kind.VIEW, view)))
                .filter(owner -> name.equals(owner.name()) || name.startsWith(owner.name() + "."))
                .max(Comparator.comparingInt(owner -> owner.name().length()));
    }

    /** The tables that a table inherits from or is a partition of. */
    List<Table> parents(Table table) {
        return Stream.concat(table.partitionOf().map(Table.PartitionOf::parent).stream(), table.inherits().stream())
                .flatMap(parent -> catalog.table(parent).stream())
                .toList();
    }

    /** The tables, views and functions that the body of an SQL function names. */
    private Collection<Node> namedIn(Routine routine) {
        int body = routine.definition().indexOf("\nAS ");
        if (body < 0 || !routine.definition().contains("\n LANGUAGE sql")) {
            return List.of();
        }
        // A name may have a dollar in it, so the quotes are set apart.
        String text = routine.definition().substring(body).replace("$function$", " $function$ ");
        Set<Node> named = new TreeSet<>();
        catalog.objects().stream()
                .filter(object -> object instanceof Table
                        || object.kind() == Kind.VIEW
                        || (object.kind() == Kind.FUNCTION && !object.name().equals(routine.name())))
                .filter(object -> mentions(text, Identifiers.local(object.name().replaceFirst("\\(.*", ""))))
                .forEach(object -> named.add(node(object)));
        return named;
    }

    /** Whether a name stands in a text as a word of its own. */
    static boolean mentions(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    /** Nodes in an order in which each comes after those that it needs, what its parts need included. */
    List<Node> inOrder(Collection<Node> nodes) {
        Map<Node, Set<Node>> lifted = new TreeMap<>();
        order.needs().forEach((node, needed) -> {
            Node own = nodes.contains(node) ? node : whole(node);
            for (Node each : needed) {
                Node other = nodes.contains(each) ? each : whole(each);
                if (!own.equals(other)) {
                    need(lifted, own, other);
                }
            }
        });
        return new Dependencies(lifted).inOrder(nodes);
    }
}
