package derrick.domain.change;

import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All change requests ever made. */
public interface ChangeRequests {
    /** Returns an ID that no request has had. */
    ChangeRequestId nextId();

    void add(ChangeRequest request);

    Optional<ChangeRequest> find(ChangeRequestId id);

    /** Those at a stage, the newest first. */
    List<ChangeRequest> list(ChangeStatus status, Page page);

    /** Pending ones that were made before a time, the oldest first, so many at most. */
    List<ChangeRequest> listPendingSince(Instant before, int limit);

    /** Replaces the stored request if its stage still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(ChangeRequest before, ChangeRequest after);
}
