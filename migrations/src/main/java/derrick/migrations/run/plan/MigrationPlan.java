package derrick.migrations.run.plan;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.MalformedRevisions;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.revision.WrongDirection;
import derrick.migrations.run.loss.DataLoss;
import derrick.migrations.run.loss.DataLossAnalyzer;
import derrick.migrations.sql.TransactionControl;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scripts of a migration, in the order in which they run.
 *
 * @param range the revisions before and after
 */
public record MigrationPlan(Direction direction, Range range, List<PlannedScript> scripts) {
    public MigrationPlan {
        scripts = List.copyOf(scripts);
    }

    /**
     * Returns the scripts between the ends of a range; none if the ends are equal.
     *
     * @throws WrongDirection if the range goes in the other direction
     * @throws MissingDowngradeScript if a downgrade script is missing
     * @throws MalformedRevisions if a script begins or ends a transaction
     */
    public static MigrationPlan of(Direction direction, Range range, Revisions revisions) {
        return direction == Direction.UP ? up(range, revisions) : down(range, revisions);
    }

    private static MigrationPlan up(Range range, Revisions revisions) {
        if (range.toNumber() < range.fromNumber()) {
            throw WrongDirection.upgrade(range.from(), range.to());
        }
        List<PlannedScript> scripts = between(range.fromNumber(), range.toNumber(), revisions).stream()
                .map(revision -> new PlannedScript(revision, revisions.upgradeScript(revision)))
                .toList();
        return new MigrationPlan(Direction.UP, range, scripts);
    }

    private static MigrationPlan down(Range range, Revisions revisions) {
        if (range.toNumber() > range.fromNumber()) {
            throw WrongDirection.downgrade(range.from(), range.to());
        }
        List<Revision> path = between(range.toNumber(), range.fromNumber(), revisions).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        MissingDowngradeScript.requireNone(path, revisions);
        List<PlannedScript> scripts = path.stream()
                .map(revision -> new PlannedScript(
                        revision, revisions.downgradeScript(revision).orElseThrow()))
                .toList();
        return new MigrationPlan(Direction.DOWN, range, scripts);
    }

    /** Returns the existing data that the scripts delete. */
    public List<DataLoss> losses() {
        return DataLossAnalyzer.of(scripts.stream().map(PlannedScript::script).toList());
    }

    /**
     * Checks that all scripts can run in one transaction.
     *
     * @throws SingleTransactionImpossible if one cannot run in a transaction
     */
    public void requireTransactional() {
        List<Script> outside = scripts.stream()
                .map(PlannedScript::script)
                .filter(script -> !script.isTransactional())
                .toList();
        if (!outside.isEmpty()) {
            throw new SingleTransactionImpossible(outside);
        }
    }

    static List<Revision> between(int low, int high, Revisions revisions) {
        return revisions.all().stream()
                .filter(revision -> revision.number() > low && revision.number() <= high)
                .toList();
    }

    /**
     * The script that applies or undoes a revision.
     *
     * @param revision the revision that is applied or undone
     */
    public record PlannedScript(Revision revision, Script script) {
        /** @throws MalformedRevisions if it begins or ends a transaction, so that its history row could be wrong */
        public PlannedScript {
            script.statements().stream()
                    .filter(TransactionControl::is)
                    .findFirst()
                    .ifPresent(control -> {
                        throw MalformedRevisions.at(
                                script,
                                control.line(),
                                "%s must be removed: each revision runs in a transaction of its own"
                                        .formatted(control.tokens().get(0).keyword()));
                    });
        }
    }

    /**
     * The revisions before and after a migration. Either is empty for base.
     *
     * @param from the revision before
     * @param to the revision after
     */
    public record Range(Optional<Revision> from, Optional<Revision> to) {
        private static final String CURRENT = "current";

        /**
         * Parses {@code FROM:TO} or {@code TO}.
         *
         * @param current supplies the current revision; called only if the text begins there
         * @throws derrick.migrations.revision.UnknownRevision if there is no such revision
         * @throws derrick.migrations.revision.AmbiguousRevision if an end matches several revisions
         */
        public static Range of(String text, Revisions revisions, Supplier<Optional<Revision>> current) {
            Optional<Revision> from =
                    beginsAtCurrent(text) ? current.get() : revisions.resolve(begin(text), Optional.empty());
            return new Range(from, revisions.resolve(text.substring(text.indexOf(':') + 1), from));
        }

        /** True if a range begins at the current revision: it has no FROM, or {@code current}. */
        public static boolean beginsAtCurrent(String text) {
            return begin(text).equals(CURRENT);
        }

        private static String begin(String text) {
            int colon = text.indexOf(':');
            return colon < 0 ? CURRENT : text.substring(0, colon);
        }

        int fromNumber() {
            return number(from);
        }

        int toNumber() {
            return number(to);
        }

        private static int number(Optional<Revision> revision) {
            return revision.map(Revision::number).orElse(0);
        }
    }
}
