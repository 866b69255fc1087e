package derrick.migrations.diff.change;

import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Table.PartitionOf;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.List;

/** Attaches a table as a partition, detaches one, or changes the tables that it inherits from. */
record ParentChange(Kept<Table> table, ChangePlan plan) {
    static boolean isOne(Kept<Table> table) {
        return !table.before().partitionOf().equals(table.after().partitionOf())
                || !table.before().inherits().equals(table.after().inherits());
    }

    void addSteps() {
        if (isOne(table)) {
            plan.add(
                    Stage.CREATE,
                    table.after().name(),
                    ChangeStep.of(way(table.before(), table.after()), way(table.after(), table.before())));
        }
    }

    private static List<String> way(Table from, Table to) {
        List<String> statements = new ArrayList<>();
        String name = to.name();
        if (!from.partitionOf().equals(to.partitionOf())) {
            from.partitionOf()
                    .map(PartitionOf::parent)
                    .ifPresent(parent -> statements.add("ALTER TABLE %s DETACH PARTITION %s".formatted(parent, name)));
            to.partitionOf()
                    .ifPresent(of -> statements.add(
                            "ALTER TABLE %s ATTACH PARTITION %s %s".formatted(of.parent(), name, of.bounds())));
        }
        if (!from.inherits().equals(to.inherits())) {
            from.inherits().forEach(parent -> statements.add("ALTER TABLE %s NO INHERIT %s".formatted(name, parent)));
            to.inherits().forEach(parent -> statements.add("ALTER TABLE %s INHERIT %s".formatted(name, parent)));
        }
        return statements;
    }
}
