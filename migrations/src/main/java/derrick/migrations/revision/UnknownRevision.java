package derrick.migrations.revision;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a target or range names no revision. The message says which revisions exist. */
public final class UnknownRevision extends RuntimeException {
    UnknownRevision(String message) {
        super(message);
    }

    static UnknownRevision among(String target, List<Revision> revisions) {
        return new UnknownRevision("there is no revision '%s'; there are %s"
                .formatted(target, revisions.stream().map(Revision::name).collect(Collectors.joining(", "))));
    }
}
