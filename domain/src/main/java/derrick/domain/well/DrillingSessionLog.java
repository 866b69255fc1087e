package derrick.domain.well;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens, pauses and closes drilling sessions. A rig has at most one open session. */
public final class DrillingSessionLog {
    private final DrillingSessions sessions;
    private final Clock clock;

    public DrillingSessionLog(DrillingSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Opens a session of a rig on a well.
     *
     * @throws SessionAlreadyOpen if the rig has an open session
     * @throws NotFound if there is no such well
     */
    public DrillingSession open(RigId rig, WellId well, MeasuredDepth startDepth, Optional<String> notes) {
        Instant now = now();
        DrillingSession session = new DrillingSession(
                sessions.nextId(), rig, well, now, startDepth, notes, new SessionStage.Active(now, Hours.NONE));
        sessions.add(session);
        return session;
    }

    /**
     * Pauses a session.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is not active, or was changed concurrently
     */
    public DrillingSession pause(DrillingSessionId id) {
        return move(id, SessionStatus.PAUSED, active -> active.pause(now()));
    }

    /**
     * Resumes a session.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is not paused, or was changed concurrently
     */
    public DrillingSession resume(DrillingSessionId id) {
        return move(id, SessionStatus.ACTIVE, paused -> paused.resume(now()));
    }

    /**
     * Completes a session with its end depth.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is completed or cancelled, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if the end depth is less than the start depth
     */
    public DrillingSession complete(DrillingSessionId id, MeasuredDepth endDepth) {
        return move(id, SessionStatus.COMPLETED, open -> open.complete(endDepth, now()));
    }

    /**
     * Cancels a session.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is completed or cancelled, or was changed concurrently
     */
    public DrillingSession cancel(DrillingSessionId id) {
        return move(id, SessionStatus.CANCELLED, open -> open.cancel(now()));
    }

    private DrillingSession move(DrillingSessionId id, SessionStatus next, UnaryOperator<DrillingSession> step) {
        DrillingSession before = find(id);
        DrillingSession after = step.apply(before);
        if (!sessions.replace(before, after)) {
            throw new IllegalTransition(
                    "drilling session " + id, find(id).stage().status(), next);
        }
        return after;
    }

    private DrillingSession find(DrillingSessionId id) {
        return sessions.find(id).orElseThrow(() -> new NotFound("drilling session", id));
    }

    private Instant now() {
        return Microseconds.now(clock);
    }
}
