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
 * The steps of a migration, in the order in which they run.
 *
 * @param range the revisions before and after
 */
public record MigrationPlan(Direction direction, PlanRange range, List<MigrationStep> steps) {
    public MigrationPlan {
        steps = List.copyOf(steps);
    }

    /**
     * Returns the steps between the ends of a range; none if the ends are equal.
     *
     * @throws WrongDirection if the range goes in the other direction
     * @throws MissingDowngradeScript if a downgrade script is missing
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
        MissingDowngradeScript.requireNone(path, revisions);
        List<MigrationStep> steps = path.stream()
                .map(revision -> new MigrationStep(
                        revision, revisions.downgradeScript(revision).orElseThrow()))
                .toList();
        return new MigrationPlan(Direction.DOWN, range, steps);
    }

    /** Returns the existing data that the scripts delete. */
    public List<DataLoss> losses() {
        return DataLossAnalyzer.of(steps.stream().map(MigrationStep::script).toList());
    }

    /**
     * Checks that all steps can run in one transaction.
     *
     * @throws SingleTransactionImpossible if a step cannot run in a transaction
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
