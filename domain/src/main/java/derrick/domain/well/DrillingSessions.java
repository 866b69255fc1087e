package derrick.domain.well;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;

/** All drilling sessions ever opened. */
public interface DrillingSessions {
    /** A number no session has had, so that a session always has its number. */
    DrillingSessionId nextId();

    /**
     * @throws SessionAlreadyOpen if the session is open and its rig has another open one
     * @throws NotFound if its well has no profile
     */
    void add(DrillingSession session);

    Optional<DrillingSession> find(DrillingSessionId id);

    /** The session that a rig is in: active or paused. */
    Optional<DrillingSession> findOpen(RigId rig);

    /** Those of a rig, the newest first. */
    List<DrillingSession> list(RigId rig, Page page);

    /** Keeps {@code after} if the session still stands where {@code before} stood; says whether it did. */
    boolean replace(DrillingSession before, DrillingSession after);
}
