package derrick.domain.well;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;

/** All drilling sessions ever opened. */
public interface DrillingSessions {
    /** Returns an ID that no session has had. */
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

    /** Replaces the stored session if its stage still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(DrillingSession before, DrillingSession after);
}
