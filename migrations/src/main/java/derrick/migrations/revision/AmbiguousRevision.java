package derrick.migrations.revision;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a target matches several revisions. The message lists them. */
public final class AmbiguousRevision extends RuntimeException {
    AmbiguousRevision(String target, List<Revision> candidates) {
        super("'%s' is ambiguous: %s"
                .formatted(target, candidates.stream().map(Revision::name).collect(Collectors.joining(" or "))));
    }
}
