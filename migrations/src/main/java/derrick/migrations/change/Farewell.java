package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Partition;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Sequence;
import derrick.migrations.catalog.Table;
import derrick.migrations.change.Matched.Kept;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is declared no longer: tables, columns, and what nothing needs once they are gone. */
record Farewell(Catalog before, Catalog after, Plan plan) {
    private static final String MEANT = "it is not declared any more, and create was told to drop it";
    private static final String BACK = "nobody knows what was in it: with rows there it is refused";

    void collect() {
        Matched<Table> tables =
                Matched.of(before.tables().values(), after.tables().values());
        tables.kept().forEach(this::parts);
        List<Table> gone = tables.gone().stream()
                .sorted(Comparator.comparing(table -> pointers(table, tables.gone())))
                .toList();
        for (int at = 0; at < gone.size(); at++) {
            drop(gone.get(at), gone.subList(0, at), gone.subList(at + 1, gone.size()));
        }
        Matched.of(before.functions().values(), after.functions().values())
                .gone()
                .forEach(this::drop);
        Matched.of(before.sequences().values(), after.sequences().values())
                .gone()
                .forEach(this::drop);
        Matched.of(before.enums().values(), after.enums().values()).gone().forEach(this::drop);
    }

    /** How many of the others hang on this one, directly or not. */
    private static long pointers(Table table, List<Table> all) {
        Set<String> found = new HashSet<>();
        reach(table.name(), all, found);
        return found.size();
    }

    private static void reach(String name, List<Table> all, Set<String> found) {
        all.stream()
                .filter(other -> !other.name().equals(name) && !found.contains(other.name()))
                .filter(other -> other.constraints().stream()
                        .anyMatch(constraint -> TableText.pointsAt(constraint, Set.of(name))))
                .forEach(other -> {
                    found.add(other.name());
                    reach(other.name(), all, found);
                });
    }

    private void parts(Kept<Table> table) {
        String name = table.after().name();
        for (Column column : ColumnChanges.columns(table).gone()) {
            String path = name + "." + column.name();
            plan.add(
                    Stage.CLEAR,
                    name,
                    Step.of(
                                    List.of("ALTER TABLE %s DROP COLUMN %s"
                                            .formatted(Names.of(name), Names.of(column.name()))),
                                    ColumnChanges.restored(name, column))
                            .losing("the values of " + path, path)
                            .excused("drop-column", MEANT)
                            .excused("column-rewrites-table", "it takes back a column that was dropped")
                            .excused("not-null-without-default", BACK));
        }
        for (Partition partition : Matched.of(
                        table.before().partitions(), table.after().partitions())
                .gone()) {
            plan.add(
                    Stage.CLEAR,
                    name,
                    Step.of("DROP TABLE " + Names.of(partition.name()), TableText.partition(name, partition))
                            .losing("the rows of " + partition.name(), name)
                            .excused("drop-table", MEANT));
        }
    }

    /** Who points at a table goes before it; where two point at each other, a foreign key goes first. */
    private void drop(Table table, List<Table> earlier, List<Table> later) {
        String what = "the rows of " + table.name();
        for (Table pointing : later) {
            for (Constraint constraint : pointing.constraints()) {
                if (TableText.pointsAt(constraint, Set.of(table.name()))) {
                    plan.add(
                            Stage.CLEAR,
                            table.name(),
                            Step.of(
                                            ConstraintText.drop(pointing.name(), constraint),
                                            ConstraintText.add(pointing.name(), constraint))
                                    .losing(what, table.name())
                                    .excused("foreign-key-validates", "both tables are made anew, without rows"));
                }
            }
        }
        Set<String> notYet = earlier.stream().map(Table::name).collect(Collectors.toSet());
        plan.add(
                Stage.CLEAR,
                table.name(),
                Step.of(List.of("DROP TABLE " + Names.of(table.name())), new TableText(table).create(notYet))
                        .losing(what, table.name())
                        .excused("drop-table", MEANT));
    }

    private void drop(Routine routine) {
        plan.add(Stage.CLEAR, RoutineText.plainName(routine), new RoutineText(routine).drop());
    }

    private void drop(Sequence sequence) {
        plan.add(
                Stage.CLEAR,
                sequence.name(),
                Step.of("DROP SEQUENCE " + Names.of(sequence.name()), NewThings.create(sequence))
                        .losing(new Step.Loss("how far %s had counted".formatted(sequence.name()), Optional.empty())));
    }

    private void drop(EnumType type) {
        plan.add(
                Stage.CLEAR,
                type.name(),
                Step.of(List.of("DROP TYPE " + Names.of(type.name())), EnumText.create(type)));
    }
}
