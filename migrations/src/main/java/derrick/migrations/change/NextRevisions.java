package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.flyway.MigrationFailed;
import derrick.migrations.revision.Script;
import derrick.migrations.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the next revisions of a folder, so that the files make what is declared. */
public final class NextRevisions {
    private final Ground ground;
    private final ScratchServer scratch;
    private final Catalog start;
    private final Catalog goal;
    private final List<Rename> renames = new ArrayList<>();

    /**
     * Looks at what the files make and at what is declared.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if the database cannot be reached
     * @throws derrick.migrations.flyway.MigrationFailed if the server refuses a statement of a file
     */
    public NextRevisions(Ground ground, DeclaredSchema declared, ScratchServer scratch) {
        this.ground = ground;
        this.scratch = scratch;
        this.start = scratch.after(ground.upgrades());
        this.goal = scratch.of(declared);
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
        return renames.isEmpty()
                ? start
                : tried(renames.stream()
                        .flatMap(rename -> rename.step().up().stream())
                        .toList());
    }

    private Catalog tried(List<String> statements) {
        String text = statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
        Script script = new Script("the new file", "the new file", text);
        return scratch.along(List.of(ground.upgrades(), List.of(script))).get(1);
    }

    /**
     * Plans the files and tries them out. Where the server refuses one, or a way back would not lead back, there are
     * none, and the draft says why.
     *
     * @param destructive whether steps are to run that lose something
     */
    public Draft draft(Description description, boolean destructive) {
        try {
            return tried(description, destructive);
        } catch (NotWritable | MigrationFailed reason) {
            return new Draft(
                    ground.folder(),
                    List.of(),
                    List.of(String.valueOf(reason.getMessage())),
                    List.of(),
                    CatalogDifference.between(goal, start));
        }
    }

    private Draft tried(Description description, boolean destructive) {
        Plan plan = new Drafting(start, goal, this::tried).plan(renames);
        if (plan.isEmpty()) {
            return new Draft(ground.folder(), List.of(), List.of(), List.of(), CatalogDifference.between(goal, start));
        }
        List<String> losses = plan.steps()
                .flatMap(step -> step.loss().stream())
                .map(Step.Loss::what)
                .distinct()
                .toList();
        boolean asleep = !destructive && !losses.isEmpty();
        Proof proof = new Proof(ground, scratch);
        List<Pair> all = new Layout(ground, description, true).pairs(plan.bundles());
        Catalog top = proof.of(all);
        List<Pair> pairs = all;
        if (asleep) {
            pairs = new Layout(ground, description, false).pairs(plan.bundles());
            proof.of(pairs);
        }
        return new Draft(
                ground.folder(),
                pairs,
                plan.steps().flatMap(step -> step.remarks().stream()).distinct().toList(),
                asleep ? losses : List.of(),
                CatalogDifference.between(goal, top));
    }

    /** Two files that a person fills, for what no difference between schemas says. */
    public static Draft blank(Ground ground, Description description) {
        return new Draft(ground.folder(), List.of(Layout.blank(ground, description)), List.of(), List.of(), List.of());
    }
}
