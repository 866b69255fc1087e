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
 * The objects and parts of a catalog as nodes, with the dependencies between them. Two kinds of dependencies that
 * PostgreSQL does not record are added: of SQL functions on the objects in their bodies, and of comments and settings
 * on their table or view.
 */
public final class SchemaGraph {
    /** Types of objects that belong to a table or view and are dropped with it. */
    private static final Set<String> PARTS_OF_RELATIONS = Set.of(
            "policy",
            "row security of",
            "rule",
            "trigger",
            "replica identity of",
            "clustering of",
            "settings of",
            "default of",
            "comment of column",
            "comment of index",
            "comment of sequence",
            "name of the sequence of");
    /** Types of objects that tables, columns and functions may depend on. */
    private static final Set<String> CREATED_WITH_TABLES = Set.of(
            "schema",
            "extension",
            "domain",
            "type",
            "collation",
            "aggregate",
            "operator",
            "operator class",
            "operator family",
            "cast",
            "conversion",
            "text search configuration",
            "text search dictionary",
            "foreign-data wrapper",
            "server",
            "foreign table");

    private final Catalog catalog;
    private final Map<Node, CatalogObject> objects = new TreeMap<>();
    private final Map<Node, Node> owners = new TreeMap<>();
    private final Dependencies dependencies;
    private final Dependencies order;

    /** An object that create cannot write. */
    public static final class UnsupportedChange extends RuntimeException {
        UnsupportedChange(Node node) {
            super("create cannot write " + node.name());
        }
    }

    public SchemaGraph(Catalog catalog) {
        this.catalog = catalog;
        catalog.objects().forEach(this::add);
        Map<Node, Set<Node>> needs = new TreeMap<>();
        catalog.dependencies().needs().forEach((node, needed) -> needs.put(node, new TreeSet<>(needed)));
        owners.forEach((part, owner) -> addNeed(needs, part, owner));
        catalog.others().values().forEach(other -> owner(other).ifPresent(owner -> addNeed(needs, node(other), owner)));
        this.dependencies = new Dependencies(copy(needs));
        catalog.functions()
                .values()
                .forEach(routine -> namedInBody(routine).forEach(node -> addNeed(needs, node(routine), node)));
        this.order = new Dependencies(needs);
    }

    private void add(CatalogObject object) {
        Node owner = node(object);
        objects.put(owner, object);
        for (CatalogObject part : object.parts()) {
            Node node = Node.part(part.kind(), object.name(), part.name());
            objects.put(node, part);
            owners.put(node, owner);
            if (part instanceof Column column && column.defaultValue() instanceof ColumnDefault.Default) {
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

    private static void addNeed(Map<Node, Set<Node>> needs, Node node, Node needed) {
        needs.computeIfAbsent(node, any -> new TreeSet<>()).add(needed);
    }

    /** Returns true if objects of a type are created among tables and functions, false if after all of them. */
    static boolean isOrdered(String objectType) {
        return CREATED_WITH_TABLES.contains(objectType);
    }

    Catalog catalog() {
        return catalog;
    }

    /** Returns the dependencies that make PostgreSQL reject a change. */
    Dependencies dependencies() {
        return dependencies;
    }

    /** Returns the dependencies that determine the order of creation, those of function bodies included. */
    Dependencies order() {
        return order;
    }

    /** Returns the node of a whole object; a partition is a table. */
    static Node node(CatalogObject object) {
        return new Node(object.kind() == Kind.PARTITION ? Kind.TABLE : object.kind(), object.name());
    }

    /** Returns the object or part of a node, and for a default its column; empty if there is none. */
    Optional<CatalogObject> object(Node node) {
        return Optional.ofNullable(objects.get(node));
    }

    /** Returns the name of the table or view that a part belongs to. */
    String ownerName(Node part) {
        return ownerOrSelf(part).name();
    }

    /** Returns the node of the owner for a part, else the node itself. */
    Node ownerOrSelf(Node node) {
        return owners.getOrDefault(node, node);
    }

    /** Returns the table or view that an object, such as a policy or the comment of a column, belongs to. */
    Optional<Node> owner(OtherObject other) {
        if (!PARTS_OF_RELATIONS.contains(other.objectType())) {
            return Optional.empty();
        }
        String name = other.ownName();
        return Stream.concat(
                        catalog.tables().keySet().stream().map(table -> new Node(Kind.TABLE, table)),
                        catalog.views().keySet().stream().map(view -> new Node(Kind.VIEW, view)))
                .filter(owner -> name.equals(owner.name()) || name.startsWith(owner.name() + "."))
                .max(Comparator.comparingInt(owner -> owner.name().length()));
    }

    /** Returns the tables that a table inherits from or is a partition of. */
    List<Table> parents(Table table) {
        return Stream.concat(table.partitionOf().map(Table.PartitionOf::parent).stream(), table.inherits().stream())
                .flatMap(parent -> catalog.table(parent).stream())
                .toList();
    }

    /** Returns the tables, views and functions that the body of an SQL function names. */
    private Collection<Node> namedInBody(Routine routine) {
        int body = routine.definition().indexOf("\nAS ");
        if (body < 0 || !routine.definition().contains("\n LANGUAGE sql")) {
            return List.of();
        }
        // A dollar sign may be part of a name, so the dollar quotes are separated from it.
        String text = routine.definition().substring(body).replace("$function$", " $function$ ");
        Set<Node> named = new TreeSet<>();
        catalog.objects().stream()
                .filter(object -> object instanceof Table
                        || object.kind() == Kind.VIEW
                        || (object.kind() == Kind.FUNCTION && !object.name().equals(routine.name())))
                .filter(object ->
                        mentions(text, Identifiers.withoutSchema(object.name().replaceFirst("\\(.*", ""))))
                .forEach(object -> named.add(node(object)));
        return named;
    }

    /** Returns true if a text has a name as a whole word. */
    static boolean mentions(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    /** Sorts nodes so that each follows those that it or its parts need. */
    List<Node> inOrder(Collection<Node> nodes) {
        Map<Node, Set<Node>> lifted = new TreeMap<>();
        order.needs().forEach((node, needed) -> {
            Node own = nodes.contains(node) ? node : ownerOrSelf(node);
            for (Node each : needed) {
                Node other = nodes.contains(each) ? each : ownerOrSelf(each);
                if (!own.equals(other)) {
                    addNeed(lifted, own, other);
                }
            }
        });
        return new Dependencies(lifted).inOrder(nodes);
    }
}
