package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Sequence;
import derrick.migrations.catalog.Table;
import derrick.migrations.change.Mentions.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Enums, sequences, functions and tables that are there for the first time.
 *
 * @param changing the tables whose columns come or change
 */
record NewThings(Catalog before, Catalog after, Set<String> changing, Plan plan) {
    /** All but the functions that have to wait for columns. */
    void collect() {
        Matched.of(before.enums().values(), after.enums().values()).come().forEach(this::add);
        Matched.of(before.sequences().values(), after.sequences().values())
                .come()
                .forEach(this::add);
        Stream<Thing<CatalogObject>> functions =
                functions().stream().filter(routine -> !waits(routine)).map(NewThings::thing);
        List<Table> tables =
                Matched.of(before.tables().values(), after.tables().values()).come();
        Set<String> notYet = new HashSet<>(tables.stream().map(Table::name).toList());
        for (CatalogObject object : Mentions.inOrder(
                Stream.concat(functions, tables.stream().map(NewThings::thing)).toList())) {
            if (object instanceof Table table) {
                notYet.remove(table.name());
                add(table, Set.copyOf(notYet));
            } else if (object instanceof Routine routine) {
                add(routine);
            }
        }
    }

    /** The functions that may use a column which comes or changes. */
    void collectWaiting() {
        functions().stream().filter(this::waits).forEach(this::add);
    }

    private List<Routine> functions() {
        return Matched.of(before.functions().values(), after.functions().values())
                .come();
    }

    private boolean waits(Routine routine) {
        return !isHidden(routine)
                && changing.stream().anyMatch(table -> Mentions.mentions(legible(routine), Names.of(table)));
    }

    private void add(Routine routine) {
        plan.add(
                Stage.MAKE,
                RoutineText.plainName(routine),
                new RoutineText(routine).drop().reversed());
    }

    private void add(EnumType type) {
        plan.add(
                Stage.MAKE, type.name(), Step.of(EnumText.create(type), List.of("DROP TYPE " + Names.of(type.name()))));
    }

    private void add(Sequence sequence) {
        plan.add(
                Stage.MAKE,
                sequence.name(),
                Step.of(
                        Stream.concat(
                                        Stream.of(create(sequence)),
                                        sequence.comment().stream()
                                                .map(comment -> Remark.on(
                                                        "SEQUENCE " + Names.of(sequence.name()), sequence.comment())))
                                .toList(),
                        List.of("DROP SEQUENCE " + Names.of(sequence.name()))));
    }

    static String create(Sequence sequence) {
        return "CREATE SEQUENCE %s AS %s".formatted(Names.of(sequence.name()), sequence.definition());
    }

    private void add(Table table, Set<String> notYet) {
        plan.add(
                Stage.MAKE,
                table.name(),
                Step.of(new TableText(table).create(notYet), List.of("DROP TABLE " + Names.of(table.name()))));
    }

    private static Thing<CatalogObject> thing(Table table) {
        return new Thing<>(
                table,
                Names.of(table.name()),
                String.join("\n", new ArrayList<>(new TableText(table).create(Set.of()))));
    }

    private static Thing<CatalogObject> thing(Routine routine) {
        String definition = legible(routine);
        return new Thing<>(
                routine,
                RoutineText.plainName(routine),
                isHidden(routine) ? definition.substring(0, body(definition)) : definition);
    }

    /** The body of a function in another language than SQL is not looked into before it runs. */
    private static boolean isHidden(Routine routine) {
        return body(routine.definition()) > 0 && !routine.definition().contains("\n LANGUAGE sql");
    }

    /** The quotes around a body set apart from it, since a name may have a dollar in it. */
    private static String legible(Routine routine) {
        return routine.definition().replace("$function$", " $function$ ");
    }

    private static int body(String definition) {
        return definition.indexOf("\nAS ");
    }
}
