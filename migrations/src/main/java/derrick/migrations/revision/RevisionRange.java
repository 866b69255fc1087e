package derrick.migrations.revision;

import java.util.Optional;

/** A range of revisions, both ends included. */
public final class RevisionRange {
    private final int low;
    private final int high;

    private RevisionRange(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /**
     * Parses {@code FROM:TO}, {@code FROM:} (up to head) or {@code :TO} (from the first), each end as
     * {@link Revisions#resolve} reads it.
     *
     * @param current the current revision; empty for base
     * @throws UnknownRevision if an end is no revision, the text is no range, or the lower end is second
     * @throws AmbiguousRevision if an end matches several revisions
     */
    public static RevisionRange of(String text, Revisions revisions, Optional<Revision> current) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new UnknownRevision(
                    "a range of revisions is written FROM:TO, FROM: or :TO, not '%s'".formatted(text));
        }
        int low = number(text.substring(0, colon), "base", revisions, current);
        int high = number(text.substring(colon + 1), "head", revisions, current);
        if (low > high) {
            throw new UnknownRevision("the range '%s' runs backwards; the lower revision comes first".formatted(text));
        }
        return new RevisionRange(low, high);
    }

    private static int number(String end, String defaultEnd, Revisions revisions, Optional<Revision> current) {
        return revisions
                .resolve(end.isEmpty() ? defaultEnd : end, current)
                .map(Revision::number)
                .orElse(0);
    }

    /** True if the range includes the revision. */
    public boolean includes(Revision revision) {
        return revision.number() >= low && revision.number() <= high;
    }
}
