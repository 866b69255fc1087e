package derrick.domain.change;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Change requests in memory, for tests. Thread-safe. */
public final class InMemoryChangeRequests implements ChangeRequests {
    private final Map<ChangeRequestId, ChangeRequest> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized ChangeRequestId nextId() {
        return new ChangeRequestId(++lastId);
    }

    @Override
    public synchronized void add(ChangeRequest request) {
        if (stored.putIfAbsent(request.id(), request) != null) {
            throw new IllegalStateException("there is a change request " + request.id());
        }
    }

    @Override
    public synchronized Optional<ChangeRequest> find(ChangeRequestId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<ChangeRequest> list(ChangeStatus status, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return at(status)
                .filter(request -> request.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(ChangeRequest::cursor).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized List<ChangeRequest> listPendingBefore(Instant before, int limit) {
        return at(ChangeStatus.PENDING)
                .filter(request -> request.requestedAt().isBefore(before))
                .sorted(Comparator.comparing(ChangeRequest::cursor))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean replace(ChangeRequest before, ChangeRequest after) {
        return find(before.id())
                .filter(current -> current.stage().status() == before.stage().status())
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }

    private Stream<ChangeRequest> at(ChangeStatus status) {
        return stored.values().stream().filter(request -> request.stage().status() == status);
    }
}
