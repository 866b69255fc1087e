package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.migrations.diff.change.DropPlanner;
import derrick.migrations.diff.change.ObjectChanges;
import derrick.migrations.diff.change.PartChanges;
import derrick.migrations.diff.change.Rename;
import derrick.migrations.diff.change.SchemaGraph;
import derrick.migrations.diff.change.SchemaGraph.UnsupportedChange;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Generates the revisions that bring the migration files in line with the declared schema. */
public final class Autogenerate {
    private static final int MAX_ROUNDS = 3;

    private final MigrationFolder folder;
    private final ScratchTrial trial;
    private final Catalog start;
    private final Catalog goal;
    private final List<Rename> renames = new ArrayList<>();

    /**
     * Reads the schema that the migration files create and the declared one.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if the database cannot be reached
     * @throws MigrationFailed if the server rejects a statement of a file
     */
    public Autogenerate(MigrationFolder folder, DeclaredSchema declared, ScratchServer scratch) {
        // The declared schema is read first, because it can be rolled back and the database is then empty again.
        this(folder, scratch.of(declared), scratch);
    }

    Autogenerate(MigrationFolder folder, Catalog goal, ScratchServer scratch) {
        this.folder = folder;
        this.trial = new ScratchTrial(folder, scratch);
        this.goal = goal;
        this.start = scratch.after(folder.upgrades());
    }

    /**
     * Adds a rename, which runs before all other steps.
     *
     * @param text {@code table.old=new} for a column, {@code old=new} for a table or for an unambiguous column
     * @throws Rename.UnknownRename if it matches nothing, or more than one object
     */
    public void rename(String text) {
        renames.add(Rename.parse(text, renamed(), goal));
    }

    /** Returns the renames that the differences suggest. */
    public List<Rename> possibleRenames() {
        return Rename.possible(renamed(), goal);
    }

    private Catalog renamed() {
        if (renames.isEmpty()) {
            return start;
        }
        ChangePlan plan = new ChangePlan();
        renames.forEach(rename -> plan.add(Stage.RENAME, rename.from(), rename.step()));
        return trial.after(plan);
    }

    /**
     * Plans the files and runs them in a scratch database. A step that the server rejects is commented out in its file,
     * with the reason. There are no files if the server rejects a whole file.
     *
     * @param destructive whether to leave in the steps that lose data, instead of commenting them out
     */
    public GeneratedRevisions generate(Description description, boolean destructive) {
        try {
            return generateFiles(description, destructive);
        } catch (UnsupportedChange | MigrationFailed failure) {
            return withoutFiles(List.of(String.valueOf(failure.getMessage())));
        }
    }

    private GeneratedRevisions withoutFiles(List<String> remarks) {
        return GeneratedRevisions.withoutFiles(folder.folder(), remarks, CatalogDifference.between(goal, start));
    }

    private GeneratedRevisions generateFiles(Description description, boolean destructive) {
        ChangePlan plan = plan(start, goal, renames, trial::after);
        trial.tryDowngrades(plan);
        List<RevisionFiles> revisions = new RevisionFilePlanner(folder, description, true).files(plan.groups());
        if (revisions.isEmpty()) {
            return withoutFiles(errors(plan));
        }
        List<String> losses = destructive ? List.of() : losses(plan);
        ScratchTrial.RoundTrip roundTrip = trial.roundTrip(revisions, !losses.isEmpty());
        if (!losses.isEmpty()) {
            revisions = new RevisionFilePlanner(folder, description, false).files(plan.groups());
            trial.roundTrip(revisions, false);
        }
        List<String> remarks = new ArrayList<>(
                plan.steps().flatMap(step -> step.remarks().stream()).distinct().toList());
        remarks.addAll(errors(plan));
        remarks.addAll(roundTrip.irreversible());
        return new GeneratedRevisions(
                folder.folder(),
                revisions,
                remarks,
                losses,
                CatalogDifference.between(goal, roundTrip.head()),
                roundTrip.irreversible().isEmpty()
                        && plan.steps().allMatch(step -> step.downgradeError().isEmpty()));
    }

    /**
     * Plans the steps from one schema to another.
     *
     * <p>The planner works in rounds, because the effects of a step, such as the text of a check after a column changed
     * its type, are not predicted: the server runs the plan, and the next round compares the result.
     *
     * @param renames renames that run first, in this order
     * @param trial returns the schema after a plan and marks the steps that the server rejects
     */
    static ChangePlan plan(Catalog start, Catalog goal, List<Rename> renames, Function<ChangePlan, Catalog> trial) {
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
            current = plan.size() > steps ? trial.apply(plan) : current;
            int objects = plan.size();
            new PartChanges(new SchemaGraph(current), new SchemaGraph(goal), original, plan).addSteps();
            current = plan.size() > objects ? trial.apply(plan) : current;
        } while (plan.size() > steps && ++round < MAX_ROUNDS);
        new DropPlanner(new SchemaGraph(current), new SchemaGraph(goal), plan).addSteps();
        return plan;
    }

    private static List<String> losses(ChangePlan plan) {
        return plan.steps()
                .flatMap(step -> step.loss().stream())
                .map(ChangeStep.StepLoss::what)
                .distinct()
                .toList();
    }

    private static List<String> errors(ChangePlan plan) {
        return plan.groups().stream()
                .flatMap(group -> group.steps().stream())
                .flatMap(step -> Stream.concat(
                        step.upgradeError().stream().map("commented out, because PostgreSQL rejects it: %s"::formatted),
                        step.downgradeError().stream()
                                .map("commented out in the U file, because PostgreSQL rejects it: %s"::formatted)))
                .distinct()
                .toList();
    }

    /** Returns a revision with two empty files, for changes that do not show in the schema. */
    public static GeneratedRevisions blank(MigrationFolder folder, Description description) {
        return new GeneratedRevisions(
                folder.folder(),
                List.of(RevisionFilePlanner.blank(folder, description)),
                List.of(),
                List.of(),
                List.of(),
                true);
    }
}
