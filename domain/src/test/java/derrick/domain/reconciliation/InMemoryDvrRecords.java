package derrick.domain.reconciliation;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.TimeRange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** DVR records in memory, for tests. Thread-safe. */
public final class InMemoryDvrRecords implements DvrRecords {
    private final Map<DvrRecordId, DvrRecord> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized DvrRecordId nextId() {
        return new DvrRecordId(++lastId);
    }

    @Override
    public synchronized void add(DvrRecord record) {
        if (stored.putIfAbsent(record.id(), record) != null) {
            throw new IllegalStateException("there is a DVR record " + record.id());
        }
    }

    @Override
    public synchronized Optional<DvrRecord> find(DvrRecordId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public List<DvrRecord> list(TimeRange span, Page page) {
        Optional<RigId> rig = Optional.of(span.rig());
        return list(
                page,
                record -> record.rig().equals(rig)
                        && !record.createdAt().isBefore(span.from())
                        && record.createdAt().isBefore(span.to()));
    }

    @Override
    public List<DvrRecord> list(DvrStatus status, Page page) {
        return list(page, record -> record.status() == status);
    }

    @Override
    public synchronized boolean replace(DvrRecord before, DvrRecord after) {
        return find(before.id())
                .filter(current ->
                        current.status() == before.status() && current.notes().equals(before.notes()))
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }

    private synchronized List<DvrRecord> list(Page page, Predicate<DvrRecord> condition) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.values().stream()
                .filter(condition)
                .filter(record -> record.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(DvrRecord::cursor).reversed())
                .limit(page.limit())
                .toList();
    }
}
