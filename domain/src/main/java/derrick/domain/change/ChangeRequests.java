package derrick.domain.change;

import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All change requests ever made. */
public interface ChangeRequests {
    /** A number no request has had, so that a request always has its number. */
    ChangeRequestId nextId();

    void add(ChangeRequest request);

    Optional<ChangeRequest> find(ChangeRequestId id);

    /** Those at a stage, the newest first. */
    List<ChangeRequest> list(ChangeStatus status, Page page);

    /** Pending ones that were made before a time, the oldest first, so many at most. */
    List<ChangeRequest> listPendingSince(Instant before, int limit);

    /** Keeps {@code after} if the request still stands where {@code before} stood; says whether it did. */
    boolean replace(ChangeRequest before, ChangeRequest after);
}
