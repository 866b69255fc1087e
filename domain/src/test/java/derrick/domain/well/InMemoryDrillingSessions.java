package derrick.domain.well;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import derrick.domain.well.SessionStage.Active;
import derrick.domain.well.SessionStage.Paused;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Drilling sessions in memory, for tests. Thread-safe. */
public final class InMemoryDrillingSessions implements DrillingSessions {
    private final WellProfiles wells;
    private final Map<DrillingSessionId, DrillingSession> stored = new HashMap<>();
    private long lastId;

    /** @param wells the wells that sessions may refer to */
    public InMemoryDrillingSessions(WellProfiles wells) {
        this.wells = wells;
    }

    @Override
    public synchronized DrillingSessionId nextId() {
        return new DrillingSessionId(++lastId);
    }

    @Override
    public synchronized void add(DrillingSession session) {
        if (isOpen(session) && findOpen(session.rig()).isPresent()) {
            throw new SessionAlreadyOpen(session.rig());
        }
        if (wells.find(session.well()).isEmpty()) {
            throw new NotFound("well", session.well());
        }
        if (stored.putIfAbsent(session.id(), session) != null) {
            throw new IllegalStateException("there is a drilling session " + session.id());
        }
    }

    @Override
    public synchronized Optional<DrillingSession> find(DrillingSessionId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized Optional<DrillingSession> findOpen(RigId rig) {
        return of(rig).filter(InMemoryDrillingSessions::isOpen).findAny();
    }

    @Override
    public synchronized List<DrillingSession> list(RigId rig, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return of(rig).filter(session -> session.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(DrillingSession::cursor).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized boolean replace(DrillingSession before, DrillingSession after) {
        return find(before.id())
                .filter(current -> current.stage().equals(before.stage()))
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }

    private Stream<DrillingSession> of(RigId rig) {
        return stored.values().stream().filter(session -> session.rig().equals(rig));
    }

    private static boolean isOpen(DrillingSession session) {
        return session.stage() instanceof Active || session.stage() instanceof Paused;
    }
}
