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

/** Opens and closes the sessions of rigs: one at a time, and the totals add up. */
public final class DrillingSessionLog {
    private final DrillingSessions sessions;
    private final Clock clock;

    public DrillingSessionLog(DrillingSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Notes that a rig goes to work on a well.
     *
     * @throws SessionAlreadyOpen if it is at work already
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
     * Notes that the rig waits.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is not active, or was changed concurrently
     */
    public DrillingSession pause(DrillingSessionId id) {
        return move(id, SessionStatus.PAUSED, active -> active.pause(now()));
    }

    /**
     * Notes that the rig goes on.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is not paused, or was changed concurrently
     */
    public DrillingSession resume(DrillingSessionId id) {
        return move(id, SessionStatus.ACTIVE, paused -> paused.resume(now()));
    }

    /**
     * Notes that the rig is done, and how deep the hole has become.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is over, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if the hole were shallower than at the start
     */
    public DrillingSession complete(DrillingSessionId id, MeasuredDepth endDepth) {
        return move(id, SessionStatus.COMPLETED, open -> open.complete(endDepth, now()));
    }

    /**
     * Breaks a session off.
     *
     * @throws NotFound if there is no such session
     * @throws IllegalTransition if it is over, or was changed concurrently
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
