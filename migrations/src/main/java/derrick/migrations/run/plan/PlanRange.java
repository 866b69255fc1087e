package derrick.migrations.run.plan;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The revisions before and after a migration. Either is empty for base.
 *
 * @param from the revision before
 * @param to the revision after
 */
public record PlanRange(Optional<Revision> from, Optional<Revision> to) {
    /**
     * Parses {@code FROM:TO} or {@code TO}.
     *
     * @param current supplies the current revision; called only if the text has no FROM
     * @throws derrick.migrations.revision.UnknownRevision if there is no such revision
     * @throws derrick.migrations.revision.AmbiguousRevision if an end matches several revisions
     */
    public static PlanRange of(String text, Revisions revisions, Supplier<Optional<Revision>> current) {
        String begin = begin(text);
        Optional<Revision> from = begin.equals("current") ? current.get() : revisions.resolve(begin, Optional.empty());
        return new PlanRange(from, revisions.resolve(text.substring(text.indexOf(':') + 1), from));
    }

    /** True if a text has no FROM, so that the range begins at the current revision. */
    public static boolean isOpen(String text) {
        return begin(text).equals("current");
    }

    private static String begin(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "current" : text.substring(0, colon);
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
