package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.diff.change.DropPlanner;
import derrick.migrations.diff.change.ObjectChanges;
import derrick.migrations.diff.change.PartChanges;
import derrick.migrations.diff.change.Rename;
import derrick.migrations.diff.change.SchemaGraph;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.Stage;
import java.util.List;
import java.util.function.Function;

/**
 * Plans the steps from one schema to another.
 *
 * <p>The planner works in rounds, because the effects of a step, such as the text of a check after a column changed its
 * type, are not predicted: after each round the server runs the plan, and the next round compares the result.
 *
 * @param trial returns the schema after a plan and marks the steps that the server rejects
 */
record SchemaDiffer(Catalog start, Catalog goal, Function<ChangePlan, Catalog> trial) {
    private static final int MAX_ROUNDS = 3;

    /** @param renames renames that run first, in this order */
    ChangePlan plan(List<Rename> renames) {
        ChangePlan plan = new ChangePlan();
        for (Rename rename : renames) {
            plan.add(Stage.RENAME, rename.table().orElse(rename.from()), rename.step());
        }
        Catalog renamed = renames.isEmpty() ? start : trial.apply(plan);
        PartChanges.SchemaPair original = new PartChanges.SchemaPair(renamed, goal);
        Catalog current = renamed;
        int steps;
        int round = 0;
        do {
            steps = plan.size();
            new ObjectChanges(new SchemaGraph(current), new SchemaGraph(goal), plan).addSteps();
            current = after(plan, steps, current);
            int objects = plan.size();
            new PartChanges(new SchemaGraph(current), new SchemaGraph(goal), original, plan).addSteps();
            current = after(plan, objects, current);
        } while (plan.size() > steps && ++round < MAX_ROUNDS);
        new DropPlanner(new SchemaGraph(current), new SchemaGraph(goal), plan).addSteps();
        return plan;
    }

    private Catalog after(ChangePlan plan, int sizeBefore, Catalog current) {
        return plan.size() > sizeBefore ? trial.apply(plan) : current;
    }
}
