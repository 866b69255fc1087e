package derrick.migrations.revision;

import java.util.List;
import java.util.stream.Collectors;

/** Several revisions begin as was asked for. The message lists them; nothing was run. */
public final class AmbiguousRevision extends RuntimeException {
    AmbiguousRevision(String target, List<Revision> candidates) {
        super("'%s' may be %s"
                .formatted(target, candidates.stream().map(Revision::name).collect(Collectors.joining(" or "))));
    }
}
