package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.View;
import derrick.migrations.change.Matched.Kept;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the way from one schema to another. What follows from a step, as the text of a check after a column got another
 * type, is not guessed: the server is asked in between.
 *
 * @param trial what statements make of the schema that there is
 */
record Drafting(Catalog start, Catalog goal, Function<List<String>, Catalog> trial) {
    /** @param renames by which some things get other names, in this order */
    Plan plan(List<Rename> renames) {
        Plan plan = new Plan();
        for (Rename rename : renames) {
            plan.add(Stage.RENAME, rename.table().orElse(rename.from()), rename.step());
        }
        Catalog renamed = renames.isEmpty() ? start : tried(plan);
        things(renamed, plan);
        Catalog made = plan.isEmpty() ? start : tried(plan);
        parts(made, new Departing(renamed, goal), plan);
        new Farewell(renamed, goal, plan).collect();
        return plan;
    }

    private Catalog tried(Plan plan) {
        return trial.apply(plan.steps().flatMap(step -> step.up().stream()).toList());
    }

    /** Whole things, and columns. */
    private void things(Catalog before, Plan plan) {
        Matched.of(before.enums().values(), goal.enums().values()).kept().stream()
                .filter(Kept::isChanged)
                .forEach(type -> new EnumChange(type.before(), type.after(), before).plan(plan));
        List<Kept<Table>> tables =
                Matched.of(before.tables().values(), goal.tables().values()).kept();
        NewThings newThings = new NewThings(before, goal, changing(tables), plan);
        newThings.collect();
        Matched.of(before.sequences().values(), goal.sequences().values())
                .kept()
                .forEach(sequence -> new SequenceChange(sequence.before(), sequence.after()).plan(plan));
        ViewChanges views = new ViewChanges(before, goal, view -> isInTheWay(view, tables), changing(tables), plan);
        Optional<String> first = views.tables().stream().sorted().findFirst();
        views.tables().forEach(table -> plan.together(table, first.orElseThrow()));
        first.ifPresent(table -> Stream.of(before, goal)
                .flatMap(catalog -> catalog.views().keySet().stream())
                .forEach(view -> plan.together(view, table)));
        views.planDrops();
        tables.forEach(table -> new ColumnChanges(table, plan).collect());
        newThings.collectWaiting();
        Matched.of(before.functions().values(), goal.functions().values()).kept().stream()
                .filter(Kept::isChanged)
                .forEach(routine -> plan.add(
                        Stage.MAKE,
                        RoutineText.plainName(routine.after()),
                        new RoutineText(routine.before()).to(routine.after())));
        views.planCreations();
    }

    private static Set<String> changing(List<Kept<Table>> tables) {
        return tables.stream()
                .filter(table -> {
                    Matched<Column> columns = ColumnChanges.columns(table);
                    return !columns.come().isEmpty() || columns.kept().stream().anyMatch(Kept::isChanged);
                })
                .map(table -> table.after().name())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** No column changes its type while a view reads it. */
    private static boolean isInTheWay(View view, List<Kept<Table>> tables) {
        return tables.stream()
                .filter(table -> Mentions.mentions(
                        view.definition(), Names.of(table.before().name())))
                .flatMap(table -> retyped(table).stream())
                .anyMatch(column -> Mentions.mentions(view.definition(), Names.of(column)));
    }

    private static Set<String> retyped(Kept<Table> table) {
        return ColumnChanges.columns(table).kept().stream()
                .filter(column -> TypeChange.isOne(column.before(), column.after())
                        || (column.isChanged() && Generation.isOne(column.before(), column.after())))
                .map(Kept::before)
                .map(Column::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What belongs to tables. Foreign keys come last, since they need the keys of others. */
    private void parts(Catalog before, Departing departing, Plan plan) {
        List<Kept<Table>> tables =
                Matched.of(before.tables().values(), goal.tables().values()).kept();
        for (Kept<Table> table : tables) {
            new TableChanges(table, plan).collect();
            new ConstraintChanges(table, departing, plan).plan(Drafting::isOwn);
            new IndexChanges(
                            table.after().name(),
                            table.after()
                                    .partitionKey()
                                    .map(key -> table.before().partitions()),
                            departing,
                            plan)
                    .plan(table.before().indexes(), table.after().indexes());
        }
        tables.forEach(table -> new ConstraintChanges(table, departing, plan).plan(key -> !isOwn(key)));
        Matched.of(before.views().values(), goal.views().values()).kept().forEach(view -> {
            List<Index> old = view.before().indexes();
            new IndexChanges(view.after().name(), Optional.empty(), departing, plan)
                    .plan(old, view.after().indexes());
        });
    }

    private static boolean isOwn(Constraint constraint) {
        return constraint.type() != Constraint.Type.FOREIGN_KEY;
    }
}
