package derrick.migrations.run.plan;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.WrongDirection;
import derrick.migrations.run.loss.DataLoss;
import derrick.migrations.run.loss.DataLossAnalyzer;
import java.util.Comparator;
import java.util.List;

/**
 * The steps of a migration, in the order in which they are taken.
 *
 * @param range where it begins and ends
 */
public record MigrationPlan(Direction direction, PlanRange range, List<MigrationStep> steps) {
    public MigrationPlan {
        steps = List.copyOf(steps);
    }

    /**
     * The steps from the one end to the other; none if they are the same.
     *
     * @throws WrongDirection if the way leads the other way
     * @throws MissingDowngradeScript if a script that leads back is missing
     */
    public static MigrationPlan of(Direction direction, PlanRange range, Revisions revisions) {
        return direction == Direction.UP ? up(range, revisions) : down(range, revisions);
    }

    private static MigrationPlan up(PlanRange range, Revisions revisions) {
        if (range.toNumber() < range.fromNumber()) {
            throw WrongDirection.upgrade(range.from(), range.to());
        }
        List<MigrationStep> steps = between(range.fromNumber(), range.toNumber(), revisions).stream()
                .map(revision -> new MigrationStep(revision, revisions.upgradeScript(revision)))
                .toList();
        return new MigrationPlan(Direction.UP, range, steps);
    }

    private static MigrationPlan down(PlanRange range, Revisions revisions) {
        if (range.toNumber() > range.fromNumber()) {
            throw WrongDirection.downgrade(range.from(), range.to());
        }
        List<Revision> path = between(range.toNumber(), range.fromNumber(), revisions).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        List<String> missing = path.stream()
                .filter(revision -> !revisions.hasDowngradeScript(revision))
                .map(revisions::downgradePath)
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingDowngradeScript(missing);
        }
        List<MigrationStep> steps = path.stream()
                .map(revision -> new MigrationStep(
                        revision, revisions.downgradeScript(revision).orElseThrow()))
                .toList();
        return new MigrationPlan(Direction.DOWN, range, steps);
    }

    /** What it takes away of what is there before. */
    public List<DataLoss> losses() {
        return DataLossAnalyzer.of(steps.stream().map(MigrationStep::script).toList());
    }

    /**
     * Makes sure that all of it can run in one transaction.
     *
     * @throws SingleTransactionImpossible if a step cannot run in any
     */
    public void requireTransactional() {
        List<MigrationStep> outside =
                steps.stream().filter(step -> !step.isTransactional()).toList();
        if (!outside.isEmpty()) {
            throw new SingleTransactionImpossible(outside);
        }
    }

    static List<Revision> between(int low, int high, Revisions revisions) {
        return revisions.all().stream()
                .filter(revision -> revision.number() > low && revision.number() <= high)
                .toList();
    }
}
