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
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.OtherObjectKinds;
import derrick.migrations.diff.ddl.RoutineDdl;
import derrick.migrations.diff.ddl.StorageParameters;
import derrick.migrations.diff.ddl.ViewDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
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
 * Plans new objects, changed objects and the columns of tables that stay. An object that needs a column which is added
 * or changes is created behind it; one that PostgreSQL lets nothing change under is dropped before and created again.
 */
public record ObjectChanges(SchemaGraph before, SchemaGraph after, ChangePlan plan) {
    private static final String CREATED_AGAIN = "%s is created again: rights granted on it have to be granted again";

    public void addSteps() {
        planTypes();
        List<Kept<Table>> tables = kept(Catalog::tables);
        DependentRebuild rebuild = rebuild(tables);
        Set<Node> late = late(tables, rebuild);
        Set<Node> early = added();
        early.removeAll(late);
        create(early);
        String chain = together(tables, rebuild, late);
        rebuild.drops().forEach(step -> plan.add(Stage.CREATE, chain, step));
        kept(Catalog::sequences)
                .forEach(sequence -> new SequenceChange(sequence.before(), sequence.after()).plan(plan));
        tables.forEach(table -> {
            new ParentChange(table, plan).addSteps();
            new ColumnChanges(table, plan).addSteps(rebuild);
        });
        createInOrder(rebuild, late, chain);
        kept(Catalog::views).stream()
                .filter(view -> !rebuild.replaced().contains(SchemaGraph.node(view.before())))
                .forEach(this::alter);
    }

    private <T extends CatalogObject> List<Kept<T>> kept(Function<Catalog, Map<String, T>> objects) {
        return MatchedByName.of(
                        objects.apply(before.catalog()).values(),
                        objects.apply(after.catalog()).values())
                .kept();
    }

    private void planTypes() {
        kept(Catalog::enums).stream()
                .filter(Kept::isChanged)
                .forEach(type -> new EnumChange(type.before(), type.after(), before, after).plan(plan));
        kept(Catalog::others).stream()
                .filter(Kept::isChanged)
                .forEach(other -> new UserTypeChange(other.before(), other.after(), before).plan(plan));
    }

    /** What is dropped and created again: what changes so itself, and what depends on a column that is retyped. */
    private DependentRebuild rebuild(List<Kept<Table>> tables) {
        Set<Node> replaced = new TreeSet<>();
        Set<Node> converted = new TreeSet<>();
        MatchedByName<View> views = MatchedByName.of(
                before.catalog().views().values(), after.catalog().views().values());
        views.gone().forEach(view -> replaced.add(SchemaGraph.node(view)));
        views.kept().stream()
                .filter(view -> view.differsIn("definition") || view.differsIn("rows"))
                .forEach(view -> replaced.add(SchemaGraph.node(view.before())));
        kept(Catalog::functions).stream()
                .filter(Kept::isChanged)
                .filter(routine -> !RoutineDdl.canReplace(routine.before(), routine.after()))
                .forEach(routine -> replaced.add(SchemaGraph.node(routine.before())));
        overloads().gone().forEach(routine -> replaced.add(SchemaGraph.node(routine)));
        kept(Catalog::others).stream()
                .filter(Kept::isChanged)
                .filter(other -> OtherObjectKinds.isOrdered(other.after().what())
                        && !UserTypeChange.isInPlace(other.before(), other.after()))
                .forEach(other -> replaced.add(SchemaGraph.node(other.before())));
        for (Kept<Table> table : tables) {
            for (Kept<Column> column : ColumnChanges.columns(table).kept()) {
                if (!column.isChanged()
                        || column.before().inherited()
                        || column.after().inherited()) {
                    continue;
                }
                boolean typed = TypeChange.isOne(column.before(), column.after());
                if (GeneratedColumnChange.isAnew(column.before(), column.after())) {
                    replaced.add(node(table.before().name(), column.before()));
                } else if (typed) {
                    DependentRebuild.withHeirs(table.before().name(), before)
                            .forEach(heir -> converted.add(node(heir, column.before())));
                }
            }
        }
        return DependentRebuild.of(before, after, replaced, converted);
    }

    /** Functions that take other arguments now. While both are there, a call may be ambiguous. */
    private MatchedByName<Routine> overloads() {
        MatchedByName<Routine> all = MatchedByName.of(
                before.catalog().functions().values(),
                after.catalog().functions().values());
        Predicate<Routine> goes = routine -> all.gone().stream().anyMatch(other -> isOverload(routine, other));
        Predicate<Routine> comes = routine -> all.come().stream().anyMatch(other -> isOverload(routine, other));
        return new MatchedByName<>(
                all.gone().stream().filter(comes).toList(),
                all.come().stream().filter(goes).toList(),
                List.of());
    }

    private static boolean isOverload(Routine one, Routine other) {
        return subject(SchemaGraph.node(one)).equals(subject(SchemaGraph.node(other)));
    }

    private static Node node(String table, Column column) {
        return Node.part(Kind.COLUMN, table, column.name());
    }

    /** The objects that are there for the first time and have an order among them. */
    private Set<Node> added() {
        Set<Node> nodes = new TreeSet<>();
        Catalog old = before.catalog();
        for (CatalogObject object : after.catalog().objects()) {
            boolean ordered = !(object instanceof OtherObject other)
                    || (OtherObjectKinds.isOrdered(other.what())
                            && !other.create().isEmpty());
            boolean known = before.object(SchemaGraph.node(object)).isPresent();
            if (ordered && !known && !old.grants().containsKey(object.name())) {
                nodes.add(SchemaGraph.node(object));
            }
        }
        return nodes;
    }

    /** Of the new objects those that need a column that is added or changes, or an object that is created again. */
    private Set<Node> late(List<Kept<Table>> tables, DependentRebuild rebuild) {
        Set<Node> touched = new HashSet<>(rebuild.returning());
        Set<String> changing = new HashSet<>();
        for (Kept<Table> table : tables) {
            MatchedByName<Column> columns = ColumnChanges.columns(table);
            Stream.concat(
                            columns.come().stream(),
                            columns.kept().stream().filter(Kept::isChanged).map(Kept::after))
                    .forEach(column -> {
                        touched.add(node(table.after().name(), column));
                        changing.add(table.after().name());
                    });
        }
        overloads().come().forEach(routine -> touched.add(SchemaGraph.node(routine)));
        Set<Node> added = added();
        added.stream()
                .filter(node -> node.kind() == Kind.FUNCTION)
                .filter(node -> after.order().needs().getOrDefault(node, Set.of()).stream()
                        .anyMatch(needed -> needed.kind() == Kind.TABLE && changing.contains(needed.name())))
                .forEach(touched::add);
        Set<Node> late = new TreeSet<>();
        Stream.concat(after.order().dependentsOf(touched).stream(), touched.stream())
                .filter(node -> node.kind() != Kind.CONSTRAINT)
                .map(after::whole)
                .filter(added::contains)
                .forEach(late::add);
        return late;
    }

    private void create(Set<Node> nodes) {
        Set<String> notYet = new HashSet<>();
        nodes.stream().filter(node -> node.kind() == Kind.TABLE).forEach(node -> notYet.add(node.name()));
        for (Node node : after.inOrder(nodes)) {
            notYet.remove(node.name());
            plan.add(Stage.CREATE, subject(node), creation(node, Set.copyOf(notYet)));
        }
    }

    private ChangeStep creation(Node node, Set<String> notYet) {
        ObjectDdl ddl = new ObjectDdl(after);
        return ChangeStep.of(ddl.create(node, notYet), ddl.drop(node));
    }

    private static String subject(Node node) {
        return node.kind() == Kind.FUNCTION ? node.name().replaceFirst("\\(.*", "") : node.name();
    }

    /** Has all that is dropped and created around changing columns stand in one file with them; the file's subject. */
    private String together(List<Kept<Table>> tables, DependentRebuild rebuild, Set<Node> late) {
        Set<String> subjects = new TreeSet<>();
        Set<Node> all = new HashSet<>(late);
        all.addAll(rebuild.replaced());
        tables.forEach(table -> {
            Set<Node> columns = new HashSet<>();
            MatchedByName<Column> matched = ColumnChanges.columns(table);
            matched.come().forEach(column -> columns.add(node(table.after().name(), column)));
            matched.kept().stream()
                    .filter(Kept::isChanged)
                    .forEach(column -> columns.add(node(table.after().name(), column.after())));
            boolean concerned = Stream.of(before, after)
                    .flatMap(graph -> graph.order().dependentsOf(columns).stream())
                    .anyMatch(all::contains);
            if (concerned) {
                subjects.add(table.after().name());
            }
        });
        String chain = subjects.stream()
                .findFirst()
                .or(() -> rebuild.replaced().stream()
                        .map(before::whole)
                        .map(ObjectChanges::subject)
                        .findFirst())
                .or(() -> late.stream().map(ObjectChanges::subject).findFirst())
                .orElse("");
        subjects.forEach(table -> plan.together(table, chain));
        all.forEach(node -> plan.together(subject(node), chain));
        return chain;
    }

    private void createInOrder(DependentRebuild rebuild, Set<Node> late, String chain) {
        Set<Node> nodes = new TreeSet<>(late);
        nodes.addAll(rebuild.returning());
        List<Kept<Routine>> functions = kept(Catalog::functions).stream()
                .filter(Kept::isChanged)
                .filter(routine -> !rebuild.replaced().contains(SchemaGraph.node(routine.before())))
                .toList();
        functions.forEach(routine -> nodes.add(SchemaGraph.node(routine.after())));
        Set<String> notYet = new HashSet<>();
        late.stream().filter(node -> node.kind() == Kind.TABLE).forEach(node -> notYet.add(node.name()));
        for (Node node : after.inOrder(nodes)) {
            notYet.remove(node.name());
            Optional<Kept<Routine>> inPlace = functions.stream()
                    .filter(routine -> SchemaGraph.node(routine.after()).equals(node))
                    .findFirst();
            if (inPlace.isPresent()) {
                plan.add(
                        Stage.CREATE,
                        subject(node),
                        new RoutineDdl(inPlace.get().before()).to(inPlace.get().after()));
            } else if (late.contains(node)) {
                plan.add(Stage.CREATE, chain, creation(node, Set.copyOf(notYet)));
            } else {
                ChangeStep step = rebuild.creation(node);
                plan.add(
                        Stage.CREATE,
                        chain,
                        node.kind() == Kind.VIEW ? step.remarking(CREATED_AGAIN.formatted(node.name())) : step);
            }
        }
    }

    private void alter(Kept<View> view) {
        ViewDdl text = new ViewDdl(view.after());
        List<ChangeStep> steps = new ArrayList<>();
        if (view.differsIn("options")) {
            steps.add(StorageParameters.step(
                    "ALTER " + text.named(),
                    view.before().options(),
                    view.after().options()));
        }
        if (view.differsIn("comment")) {
            steps.add(CommentOn.step(
                    text.named(), view.before().comment(), view.after().comment()));
        }
        steps.forEach(step -> plan.add(Stage.CREATE, view.after().name(), step));
    }
}
