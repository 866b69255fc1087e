package derrick.domain.well;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.InvalidField;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.quantity.RateOfPenetration;
import derrick.domain.rig.RigId;
import derrick.domain.well.SessionStage.Active;
import derrick.domain.well.SessionStage.Cancelled;
import derrick.domain.well.SessionStage.Completed;
import derrick.domain.well.SessionStage.Paused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A period in which a rig works on a well, from a start depth to an end depth. */
public record DrillingSession(
        DrillingSessionId id,
        RigId rig,
        WellId well,
        Instant startedAt,
        MeasuredDepth startDepth,
        Optional<String> notes,
        SessionStage stage) {

    /** @throws InvalidField if it ends before or above its start, or the notes are empty or too long */
    public DrillingSession {
        Require.time("start_time", startedAt);
        Require.text("notes", notes, Require.MAX_TEXT_LENGTH);
        if (stage instanceof Active active) {
            Require.that(!active.since().isBefore(startedAt), "active_since", "must not be before start_time");
        }
        endedAt(stage)
                .ifPresent(end -> Require.that(!end.isBefore(startedAt), "end_time", "must not be before start_time"));
        endDepth(stage)
                .ifPresent(end -> Require.that(
                        !startDepth.isDeeperThan(end),
                        "end_depth",
                        "must not be less than start_depth (%s m)".formatted(startDepth.metres())));
    }

    /**
     * @throws IllegalTransition if it is not active
     * @throws InvalidField if the time is before the session became active
     */
    public DrillingSession pause(Instant at) {
        if (!(stage instanceof Active active)) {
            throw new IllegalTransition("drilling session " + id, stage.status(), SessionStatus.PAUSED);
        }
        return with(new Paused(drillingTime(active, at)));
    }

    /**
     * @throws IllegalTransition if it is not paused
     * @throws InvalidField if the time is before the session's start
     */
    public DrillingSession resume(Instant at) {
        if (!(stage instanceof Paused paused)) {
            throw new IllegalTransition("drilling session " + id, stage.status(), SessionStatus.ACTIVE);
        }
        return with(new Active(at, paused.drillingTime()));
    }

    /**
     * @throws IllegalTransition if it is completed or cancelled
     * @throws InvalidField if the time or the depth is less than that of the start
     */
    public DrillingSession complete(MeasuredDepth endDepth, Instant at) {
        return with(new Completed(at, endDepth, drillingTime(SessionStatus.COMPLETED, at)));
    }

    /**
     * @throws IllegalTransition if it is completed or cancelled
     * @throws InvalidField if the time is before the session's start
     */
    public DrillingSession cancel(Instant at) {
        return with(new Cancelled(at, Optional.empty(), drillingTime(SessionStatus.CANCELLED, at)));
    }

    /**
     * Returns the metres drilled divided by the drilling time; empty if the end depth is unknown or the drilling time
     * is too short for a finite rate.
     */
    public Optional<RateOfPenetration> averageRateOfPenetration() {
        return endDepth(stage)
                .map(end -> end.metresBelow(startDepth) / stage.drillingTime().hours())
                .filter(Double::isFinite)
                .map(RateOfPenetration::new);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(startedAt, id.value());
    }

    private Hours drillingTime(SessionStatus next, Instant at) {
        if (stage instanceof Active active) {
            return drillingTime(active, at);
        }
        if (stage instanceof Paused paused) {
            return paused.drillingTime();
        }
        throw new IllegalTransition("drilling session " + id, stage.status(), next);
    }

    private static Hours drillingTime(Active active, Instant until) {
        Require.that(
                !until.isBefore(active.since()),
                "time",
                "must not be before active_since (%s)".formatted(active.since()));
        return active.drillingTime().plus(Hours.of(Duration.between(active.since(), until)));
    }

    private static Optional<Instant> endedAt(SessionStage stage) {
        if (stage instanceof Completed completed) {
            return Optional.of(completed.at());
        }
        return stage instanceof Cancelled cancelled ? Optional.of(cancelled.at()) : Optional.empty();
    }

    private static Optional<MeasuredDepth> endDepth(SessionStage stage) {
        if (stage instanceof Completed completed) {
            return Optional.of(completed.endDepth());
        }
        return stage instanceof Cancelled cancelled ? cancelled.endDepth() : Optional.empty();
    }

    private DrillingSession with(SessionStage next) {
        return new DrillingSession(id, rig, well, startedAt, startDepth, notes, next);
    }
}
