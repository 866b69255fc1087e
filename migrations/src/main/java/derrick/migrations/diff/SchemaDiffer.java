package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.diff.change.DropPlanner;
import derrick.migrations.diff.change.DroppedColumns;
import derrick.migrations.diff.change.ObjectChanges;
import derrick.migrations.diff.change.PartChanges;
import derrick.migrations.diff.change.Rename;
import derrick.migrations.diff.change.SchemaGraph;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.Stage;
import java.util.List;

/**
 * Plans the way from one schema to another, in rounds: what follows from a step, as the text of a check after a column
 * got another type, is not guessed. A server runs what was planned so far, and the rest is planned from what that made.
 *
 * @param trial runs planned steps on the schema that there is
 */
record SchemaDiffer(Catalog start, Catalog goal, Trial trial) {
    private static final int MOST_ROUNDS = 3;

    /** Runs a plan on the schema that there is. A step that the server refuses is marked and passed over. */
    @FunctionalInterface
    interface Trial {
        Catalog after(ChangePlan plan);
    }

    /** @param renames by which some objects get other names, in this order */
    ChangePlan plan(List<Rename> renames) {
        ChangePlan plan = new ChangePlan();
        for (Rename rename : renames) {
            plan.add(Stage.RENAME, rename.table().orElse(rename.from()), rename.step());
        }
        Catalog renamed = renames.isEmpty() ? start : trial.after(plan);
        DroppedColumns departing = new DroppedColumns(renamed, goal);
        Catalog now = renamed;
        int steps;
        int round = 0;
        do {
            steps = plan.size();
            new ObjectChanges(new SchemaGraph(now), new SchemaGraph(goal), plan).addSteps();
            now = after(plan, steps, now);
            int objects = plan.size();
            new PartChanges(new SchemaGraph(now), new SchemaGraph(goal), departing, plan).addSteps();
            now = after(plan, objects, now);
        } while (plan.size() > steps && ++round < MOST_ROUNDS);
        new DropPlanner(new SchemaGraph(now), new SchemaGraph(goal), plan).addSteps();
        return plan;
    }

    private Catalog after(ChangePlan plan, int planned, Catalog now) {
        return plan.size() > planned ? trial.after(plan) : now;
    }
}
