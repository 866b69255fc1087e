package derrick.domain.well;

import derrick.domain.page.Page;
import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;

/** A repository in which another user cancels a session just before it is replaced. */
record ConcurrentlyCancelledSessions(DrillingSessions sessions, DrillingSessionLog first, DrillingSessionId id)
        implements DrillingSessions {
    @Override
    public DrillingSessionId nextId() {
        return sessions.nextId();
    }

    @Override
    public void add(DrillingSession session) {
        sessions.add(session);
    }

    @Override
    public Optional<DrillingSession> find(DrillingSessionId requestedId) {
        return sessions.find(requestedId);
    }

    @Override
    public Optional<DrillingSession> findOpen(RigId rig) {
        return sessions.findOpen(rig);
    }

    @Override
    public List<DrillingSession> list(RigId rig, Page page) {
        return sessions.list(rig, page);
    }

    @Override
    public boolean replace(DrillingSession before, DrillingSession after) {
        first.cancel(id);
        return sessions.replace(before, after);
    }
}
