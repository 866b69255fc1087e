package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.View;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.RoutineDdl;
import derrick.migrations.diff.ddl.StorageParameters;
import derrick.migrations.diff.ddl.ViewDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Plans new objects, changed objects and the columns of existing tables. New objects that need a new or changed column
 * are created after it. Objects that make PostgreSQL reject a change are dropped before it and created again.
 */
public record ObjectChanges(SchemaGraph before, SchemaGraph after, ChangePlan plan) {
    private static final String CREATED_AGAIN = "%s is dropped and created again: repeat the GRANTs on it";

    public void addSteps() {
        planTypes();
        List<Match<Table>> tables = common(Catalog::tables);
        DependentRebuild rebuild = rebuild(tables);
        Set<Node> deferred = deferred(tables, rebuild);
        Set<Node> immediate = added();
        immediate.removeAll(deferred);
        create(immediate);
        String sharedSubject = groupWithColumns(tables, rebuild, deferred);
        rebuild.drops().forEach(step -> plan.add(Stage.CREATE, sharedSubject, step));
        common(Catalog::sequences)
                .forEach(sequence -> new SequenceChange(sequence.before(), sequence.after()).addSteps(plan));
        tables.forEach(table -> new ColumnChanges(table, plan).addSteps(rebuild));
        createInOrder(rebuild, deferred, sharedSubject);
        common(Catalog::views).stream()
                .filter(view -> !rebuild.replaced().contains(SchemaGraph.node(view.before())))
                .forEach(this::alter);
    }

    private <T extends CatalogObject> List<Match<T>> common(Function<Catalog, Map<String, T>> objects) {
        return MatchedByName.of(
                        objects.apply(before.catalog()).values(),
                        objects.apply(after.catalog()).values())
                .common();
    }

    private void planTypes() {
        common(Catalog::enums).stream()
                .filter(Match::isChanged)
                .forEach(type -> new EnumChange(type.before(), type.after(), before, after).addSteps(plan));
        common(Catalog::others).stream()
                .filter(Match::isChanged)
                .forEach(other -> new UserTypeChange(other.before(), other.after(), before).addSteps(plan));
    }

    /** Finds the objects that cannot change in place, and the dependents of columns whose type changes. */
    private DependentRebuild rebuild(List<Match<Table>> tables) {
        Set<Node> replaced = new TreeSet<>();
        Set<Node> converted = new TreeSet<>();
        MatchedByName<View> views = MatchedByName.of(
                before.catalog().views().values(), after.catalog().views().values());
        views.removed().forEach(view -> replaced.add(SchemaGraph.node(view)));
        views.common().stream()
                .filter(view -> view.differsIn("definition") || view.differsIn("rows"))
                .forEach(view -> replaced.add(SchemaGraph.node(view.before())));
        common(Catalog::functions).stream()
                .filter(Match::isChanged)
                .filter(routine -> !RoutineDdl.canReplace(routine.before(), routine.after()))
                .forEach(routine -> replaced.add(SchemaGraph.node(routine.before())));
        overloads().removed().forEach(routine -> replaced.add(SchemaGraph.node(routine)));
        common(Catalog::others).stream()
                .filter(Match::isChanged)
                .filter(other -> SchemaGraph.isOrdered(other.after().objectType())
                        && !UserTypeChange.isInPlace(other.before(), other.after()))
                .forEach(other -> replaced.add(SchemaGraph.node(other.before())));
        for (Match<Table> table : tables) {
            for (Match<Column> column : ColumnChanges.columns(table).common()) {
                if (!column.isChanged()
                        || column.before().inherited()
                        || column.after().inherited()) {
                    continue;
                }
                boolean typeChanges = TypeChange.applies(column.before(), column.after());
                if (GeneratedColumnChange.needsNewColumn(column.before(), column.after())) {
                    replaced.add(node(table.before().name(), column.before()));
                } else if (typeChanges) {
                    DependentRebuild.withDescendants(table.before().name(), before)
                            .forEach(descendant -> converted.add(node(descendant, column.before())));
                }
            }
        }
        return DependentRebuild.of(before, after, replaced, converted);
    }

    /** Returns functions that are replaced by one with other arguments. If both existed, calls might be ambiguous. */
    private MatchedByName<Routine> overloads() {
        MatchedByName<Routine> all = MatchedByName.of(
                before.catalog().functions().values(),
                after.catalog().functions().values());
        Predicate<Routine> hasRemoved = routine -> all.removed().stream().anyMatch(other -> isOverload(routine, other));
        Predicate<Routine> hasAdded = routine -> all.added().stream().anyMatch(other -> isOverload(routine, other));
        return new MatchedByName<>(
                all.removed().stream().filter(hasAdded).toList(),
                all.added().stream().filter(hasRemoved).toList(),
                List.of());
    }

    private static boolean isOverload(Routine one, Routine other) {
        return subject(SchemaGraph.node(one)).equals(subject(SchemaGraph.node(other)));
    }

    private static Node node(String table, Column column) {
        return Node.part(Kind.COLUMN, table, column.name());
    }

    /** Returns the new objects that are created in the order of their dependencies. */
    private Set<Node> added() {
        Set<Node> nodes = new TreeSet<>();
        Catalog old = before.catalog();
        for (CatalogObject object : after.catalog().objects()) {
            boolean ordered = !(object instanceof OtherObject other)
                    || (SchemaGraph.isOrdered(other.objectType())
                            && !other.create().isEmpty());
            boolean known = before.object(SchemaGraph.node(object)).isPresent();
            if (ordered && !known && !old.grants().containsKey(object.name())) {
                nodes.add(SchemaGraph.node(object));
            }
        }
        return nodes;
    }

    /** Returns the new objects that need a new or changed column, or an object that is created again. */
    private Set<Node> deferred(List<Match<Table>> tables, DependentRebuild rebuild) {
        Set<Node> touched = new HashSet<>(rebuild.recreated());
        Set<String> changing = new HashSet<>();
        for (Match<Table> table : tables) {
            MatchedByName<Column> columns = ColumnChanges.columns(table);
            Stream.concat(
                            columns.added().stream(),
                            columns.common().stream().filter(Match::isChanged).map(Match::after))
                    .forEach(column -> {
                        touched.add(node(table.after().name(), column));
                        changing.add(table.after().name());
                    });
        }
        overloads().added().forEach(routine -> touched.add(SchemaGraph.node(routine)));
        Set<Node> added = added();
        added.stream()
                .filter(node -> node.kind() == Kind.FUNCTION)
                .filter(node -> after.order().needs().getOrDefault(node, Set.of()).stream()
                        .anyMatch(needed -> needed.kind() == Kind.TABLE && changing.contains(needed.name())))
                .forEach(touched::add);
        Set<Node> deferred = new TreeSet<>();
        Stream.concat(after.order().dependentsOf(touched).stream(), touched.stream())
                .filter(node -> node.kind() != Kind.CONSTRAINT)
                .map(after::ownerOrSelf)
                .filter(added::contains)
                .forEach(deferred::add);
        return deferred;
    }

    private void create(Set<Node> nodes) {
        Set<String> createdLater = new HashSet<>();
        nodes.stream().filter(node -> node.kind() == Kind.TABLE).forEach(node -> createdLater.add(node.name()));
        for (Node node : after.inOrder(nodes)) {
            createdLater.remove(node.name());
            plan.add(Stage.CREATE, subject(node), creation(node, Set.copyOf(createdLater)));
        }
    }

    private ChangeStep creation(Node node, Set<String> createdLater) {
        ObjectDdl ddl = new ObjectDdl(after);
        return ChangeStep.of(ddl.create(node, createdLater), ddl.drop(node));
    }

    private static String subject(Node node) {
        return node.kind() == Kind.FUNCTION ? node.name().replaceFirst("\\(.*", "") : node.name();
    }

    /** Groups objects that are dropped and created around changing columns with these; returns the subject. */
    private String groupWithColumns(List<Match<Table>> tables, DependentRebuild rebuild, Set<Node> deferred) {
        Set<String> subjects = new TreeSet<>();
        Set<Node> all = new HashSet<>(deferred);
        all.addAll(rebuild.replaced());
        tables.forEach(table -> {
            Set<Node> columns = new HashSet<>();
            MatchedByName<Column> matched = ColumnChanges.columns(table);
            matched.added().forEach(column -> columns.add(node(table.after().name(), column)));
            matched.common().stream()
                    .filter(Match::isChanged)
                    .forEach(column -> columns.add(node(table.after().name(), column.after())));
            boolean hasDependents = Stream.of(before, after)
                    .flatMap(graph -> graph.order().dependentsOf(columns).stream())
                    .anyMatch(all::contains);
            if (hasDependents) {
                subjects.add(table.after().name());
            }
        });
        String sharedSubject = subjects.stream()
                .findFirst()
                .or(() -> rebuild.replaced().stream()
                        .map(before::ownerOrSelf)
                        .map(ObjectChanges::subject)
                        .findFirst())
                .or(() -> deferred.stream().map(ObjectChanges::subject).findFirst())
                .orElse("");
        subjects.forEach(table -> plan.group(table, sharedSubject));
        all.forEach(node -> plan.group(subject(node), sharedSubject));
        return sharedSubject;
    }

    private void createInOrder(DependentRebuild rebuild, Set<Node> deferred, String sharedSubject) {
        Set<Node> nodes = new TreeSet<>(deferred);
        nodes.addAll(rebuild.recreated());
        List<Match<Routine>> functions = common(Catalog::functions).stream()
                .filter(Match::isChanged)
                .filter(routine -> !rebuild.replaced().contains(SchemaGraph.node(routine.before())))
                .toList();
        functions.forEach(routine -> nodes.add(SchemaGraph.node(routine.after())));
        Set<String> createdLater = new HashSet<>();
        deferred.stream().filter(node -> node.kind() == Kind.TABLE).forEach(node -> createdLater.add(node.name()));
        for (Node node : after.inOrder(nodes)) {
            createdLater.remove(node.name());
            Optional<Match<Routine>> replaceable = functions.stream()
                    .filter(routine -> SchemaGraph.node(routine.after()).equals(node))
                    .findFirst();
            if (replaceable.isPresent()) {
                plan.add(
                        Stage.CREATE,
                        subject(node),
                        new RoutineDdl(replaceable.get().before())
                                .replaceWith(replaceable.get().after()));
            } else if (deferred.contains(node)) {
                plan.add(Stage.CREATE, sharedSubject, creation(node, Set.copyOf(createdLater)));
            } else {
                ChangeStep step = rebuild.creation(node);
                plan.add(
                        Stage.CREATE,
                        sharedSubject,
                        node.kind() == Kind.VIEW ? step.withRemark(CREATED_AGAIN.formatted(node.name())) : step);
            }
        }
    }

    private void alter(Match<View> view) {
        ViewDdl ddl = new ViewDdl(view.after());
        List<ChangeStep> steps = new ArrayList<>();
        if (view.differsIn("options")) {
            steps.add(StorageParameters.step(
                    "ALTER " + ddl.target(),
                    view.before().options(),
                    view.after().options()));
        }
        if (view.differsIn("comment")) {
            steps.add(CommentOn.step(
                    ddl.target(), view.before().comment(), view.after().comment()));
        }
        steps.forEach(step -> plan.add(Stage.CREATE, view.after().name(), step));
    }
}
