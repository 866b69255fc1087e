package derrick.domain.change;

import derrick.domain.account.UserId;
import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A repository in which another user rejects a request just before it is replaced. */
record ConcurrentlyRejectedRequests(ChangeRequests requests, ChangeReview first, ChangeRequestId id)
        implements ChangeRequests {
    @Override
    public ChangeRequestId nextId() {
        return requests.nextId();
    }

    @Override
    public void add(ChangeRequest request) {
        requests.add(request);
    }

    @Override
    public Optional<ChangeRequest> find(ChangeRequestId requestedId) {
        return requests.find(requestedId);
    }

    @Override
    public List<ChangeRequest> list(ChangeStatus status, Page page) {
        return requests.list(status, page);
    }

    @Override
    public List<ChangeRequest> listPendingBefore(Instant before, int limit) {
        return requests.listPendingBefore(before, limit);
    }

    @Override
    public boolean replace(ChangeRequest before, ChangeRequest after) {
        first.reject(id, new UserId(2), "no");
        return requests.replace(before, after);
    }
}
