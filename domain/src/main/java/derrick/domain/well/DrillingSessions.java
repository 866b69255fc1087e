package derrick.domain.well;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;

/** The repository of drilling sessions. */
public interface DrillingSessions {
    /** Returns an ID that no session has had. */
    DrillingSessionId nextId();

    /**
     * @throws SessionAlreadyOpen if the session is open and its rig has another open session
     * @throws NotFound if its well has no profile
     */
    void add(DrillingSession session);

    Optional<DrillingSession> find(DrillingSessionId id);

    /** Returns the open session of a rig: active or paused. */
    Optional<DrillingSession> findOpen(RigId rig);

    /** Returns the sessions of a rig, newest first. */
    List<DrillingSession> list(RigId rig, Page page);

    /**
     * Replaces the stored session if its stage still equals that of {@code before}; returns whether it was replaced.
     */
    boolean replace(DrillingSession before, DrillingSession after);
}
