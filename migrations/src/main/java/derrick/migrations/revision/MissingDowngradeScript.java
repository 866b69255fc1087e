package derrick.migrations.revision;

import java.util.Collection;
import java.util.List;

/** Thrown when downgrade scripts are missing. The message names each file. Nothing was run. */
public final class MissingDowngradeScript extends RuntimeException {
    private MissingDowngradeScript(List<String> paths) {
        super("there is no %s; nothing was run".formatted(String.join(" and no ", paths)));
    }

    /** @throws MissingDowngradeScript if a revision has no downgrade script */
    public static void requireNone(Collection<Revision> undone, Revisions revisions) {
        List<String> missing = undone.stream()
                .filter(revision -> !revisions.hasDowngradeScript(revision))
                .map(revisions::downgradePath)
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingDowngradeScript(missing);
        }
    }
}
