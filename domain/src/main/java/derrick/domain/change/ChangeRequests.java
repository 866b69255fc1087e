package derrick.domain.change;

import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repository of change requests. */
public interface ChangeRequests {
    /** Returns an ID that no request has had. */
    ChangeRequestId nextId();

    void add(ChangeRequest request);

    Optional<ChangeRequest> find(ChangeRequestId id);

    /** Returns the requests with a status, newest first. */
    List<ChangeRequest> list(ChangeStatus status, Page page);

    /** Returns at most {@code limit} pending requests that were made before a time, oldest first. */
    List<ChangeRequest> listPendingBefore(Instant before, int limit);

    /**
     * Replaces the stored request if its stage still equals that of {@code before}; returns whether it was replaced.
     */
    boolean replace(ChangeRequest before, ChangeRequest after);
}
