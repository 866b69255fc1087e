package derrick.migrations.revision;

import java.util.List;
import java.util.stream.Collectors;

/** There is no revision such as was asked for. The message says which there are; nothing was run. */
public final class UnknownRevision extends RuntimeException {
    UnknownRevision(String message) {
        super(message);
    }

    static UnknownRevision among(String target, List<Revision> revisions) {
        return new UnknownRevision("there is no revision '%s'; there are %s"
                .formatted(target, revisions.stream().map(Revision::name).collect(Collectors.joining(", "))));
    }
}
