package derrick.migrations.run.plan;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a migration begins and where it ends. Either is empty for base.
 *
 * @param from where the database stands before
 * @param to where it is to stand after
 */
public record PlanRange(Optional<Revision> from, Optional<Revision> to) {
    /**
     * What a person means by {@code from:to}, or by the end alone.
     *
     * @param current says where the database stands; asked only if the text leaves that open
     * @throws derrick.migrations.revision.UnknownRevision if there is no such revision
     * @throws derrick.migrations.revision.AmbiguousRevision if an end may be several
     */
    public static PlanRange of(String text, Revisions revisions, Supplier<Optional<Revision>> current) {
        String begin = begin(text);
        Optional<Revision> from = begin.equals("current") ? current.get() : revisions.resolve(begin, Optional.empty());
        return new PlanRange(from, revisions.resolve(text.substring(text.indexOf(':') + 1), from));
    }

    /** Whether a text leaves it to the database where to begin. */
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
