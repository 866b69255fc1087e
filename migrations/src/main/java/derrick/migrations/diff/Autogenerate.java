package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.diff.change.Rename;
import derrick.migrations.diff.change.UnknownRename;
import derrick.migrations.diff.ddl.UnsupportedChange;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the next revisions of a folder, so that the files make what is declared. */
public final class Autogenerate {
    private final MigrationFolder ground;
    private final ScratchServer scratch;
    private final StepTrial trial;
    private final Catalog start;
    private final Catalog goal;
    private final List<Rename> renames = new ArrayList<>();

    /**
     * Looks at what the files make and at what is declared.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if the database cannot be reached
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement of a file
     */
    public Autogenerate(MigrationFolder ground, DeclaredSchema declared, ScratchServer scratch) {
        // What can be rolled back is run first, while the database is empty.
        this(ground, scratch.of(declared), scratch);
    }

    Autogenerate(MigrationFolder ground, Catalog goal, ScratchServer scratch) {
        this.ground = ground;
        this.scratch = scratch;
        this.trial = new StepTrial(scratch, ground.upgrades());
        this.goal = goal;
        this.start = scratch.after(ground.upgrades());
    }

    /**
     * Gives something another name before all else.
     *
     * @param text {@code table.old=new} for a column, {@code old=new} for a table or for the one column it can mean
     * @throws UnknownRename if it can mean nothing, or several things
     */
    public void rename(String text) {
        renames.add(Rename.read(text, renamed(), goal));
    }

    /** What looks like a rename and was not said to be one: in a table something goes and something alike comes. */
    public List<Rename> possibleRenames() {
        return Rename.possible(renamed(), goal);
    }

    private Catalog renamed() {
        return renames.isEmpty() ? start : tried(renames);
    }

    private Catalog tried(List<Rename> steps) {
        ChangePlan plan = new ChangePlan();
        steps.forEach(rename -> plan.add(Stage.RENAME, rename.from(), rename.step()));
        return trial.after(plan);
    }

    /**
     * Plans the files and tries them out. A step that the server refuses is commented out in the files, and the draft
     * says why; where the server refuses a whole file there are none.
     *
     * @param destructive whether steps are to run that lose something
     */
    public GeneratedRevisions draft(Description description, boolean destructive) {
        try {
            return planned(description, destructive);
        } catch (UnsupportedChange | MigrationFailed reason) {
            return new GeneratedRevisions(
                    ground.folder(),
                    List.of(),
                    List.of(String.valueOf(reason.getMessage())),
                    List.of(),
                    CatalogDifference.between(goal, start));
        }
    }

    private GeneratedRevisions planned(Description description, boolean destructive) {
        ChangePlan plan = new SchemaDiffer(start, goal, trial).plan(renames);
        trial.downFrom(plan);
        List<String> losses = plan.steps()
                .flatMap(step -> step.loss().stream())
                .map(ChangeStep.Loss::what)
                .distinct()
                .toList();
        boolean asleep = !destructive && !losses.isEmpty();
        List<RevisionFiles> all = new RevisionFilePlanner(ground, description, true).pairs(plan.groups());
        if (all.isEmpty()) {
            return new GeneratedRevisions(
                    ground.folder(), List.of(), refusals(plan), List.of(), CatalogDifference.between(goal, start));
        }
        return proved(plan, all, asleep ? losses : List.of(), description);
    }

    private GeneratedRevisions proved(
            ChangePlan plan, List<RevisionFiles> all, List<String> losses, Description description) {
        RoundTripCheck.Outcome outcome = new RoundTripCheck(ground, scratch, !losses.isEmpty()).of(all);
        List<RevisionFiles> pairs = all;
        if (!losses.isEmpty()) {
            pairs = new RevisionFilePlanner(ground, description, false).pairs(plan.groups());
            new RoundTripCheck(ground, scratch, false).of(pairs);
        }
        List<String> remarks = new ArrayList<>(
                plan.steps().flatMap(step -> step.remarks().stream()).distinct().toList());
        remarks.addAll(refusals(plan));
        remarks.addAll(outcome.notBack());
        return new GeneratedRevisions(
                ground.folder(),
                pairs,
                remarks,
                losses,
                CatalogDifference.between(goal, outcome.top()),
                outcome.notBack().isEmpty()
                        && plan.steps().allMatch(step -> step.noWayBack().isEmpty()));
    }

    private static List<String> refusals(ChangePlan plan) {
        return plan.groups().stream()
                .flatMap(group -> group.steps().stream())
                .flatMap(step -> Stream.concat(
                        step.refusal().stream().map("commented out, for PostgreSQL refuses it: %s"::formatted),
                        step.noWayBack().stream()
                                .map("commented out in the U file, for PostgreSQL refuses it: %s"::formatted)))
                .distinct()
                .toList();
    }

    /** Two files that a person fills, for what no difference between schemas says. */
    public static GeneratedRevisions blank(MigrationFolder ground, Description description) {
        return new GeneratedRevisions(
                ground.folder(),
                List.of(RevisionFilePlanner.blank(ground, description)),
                List.of(),
                List.of(),
                List.of());
    }
}
