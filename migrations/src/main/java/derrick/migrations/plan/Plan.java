package derrick.migrations.plan;

import derrick.migrations.loss.Loss;
import derrick.migrations.loss.Losses;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.NoWayBack;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.WrongDirection;
import java.util.Comparator;
import java.util.List;

/**
 * The steps of a migration, in the order in which they are taken.
 *
 * @param range where it begins and ends
 */
public record Plan(Direction direction, Range range, List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * The steps from the one end to the other; none if they are the same.
     *
     * @throws WrongDirection if the way leads the other way
     * @throws NoWayBack if a script that leads back is missing
     */
    public static Plan of(Direction direction, Range range, Revisions revisions) {
        return direction == Direction.UP ? up(range, revisions) : down(range, revisions);
    }

    private static Plan up(Range range, Revisions revisions) {
        if (range.toNumber() < range.fromNumber()) {
            throw WrongDirection.upgrade(range.from(), range.to());
        }
        List<Step> steps = between(range.fromNumber(), range.toNumber(), revisions).stream()
                .map(revision -> new Step(revision, revisions.upgradeScript(revision)))
                .toList();
        return new Plan(Direction.UP, range, steps);
    }

    private static Plan down(Range range, Revisions revisions) {
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
            throw new NoWayBack(missing);
        }
        List<Step> steps = path.stream()
                .map(revision ->
                        new Step(revision, revisions.downgradeScript(revision).orElseThrow()))
                .toList();
        return new Plan(Direction.DOWN, range, steps);
    }

    /** What it takes away of what is there before. */
    public List<Loss> losses() {
        return Losses.of(steps.stream().map(Step::script).toList());
    }

    /**
     * Makes sure that all of it can run in one transaction.
     *
     * @throws NotOneTransaction if a step cannot run in any
     */
    public void requireTransactional() {
        List<Step> outside =
                steps.stream().filter(step -> !step.isTransactional()).toList();
        if (!outside.isEmpty()) {
            throw new NotOneTransaction(outside);
        }
    }

    static List<Revision> between(int low, int high, Revisions revisions) {
        return revisions.all().stream()
                .filter(revision -> revision.number() > low && revision.number() <= high)
                .toList();
    }
}
