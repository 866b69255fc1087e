package derrick.persistence.well;

import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.quantity.RateOfPenetration;
import derrick.domain.rig.RigId;
import derrick.domain.well.DrillingSession;
import derrick.domain.well.DrillingSessionId;
import derrick.domain.well.SessionStage;
import derrick.domain.well.SessionStage.Active;
import derrick.domain.well.SessionStage.Cancelled;
import derrick.domain.well.SessionStage.Completed;
import derrick.domain.well.SessionStage.Paused;
import derrick.domain.well.SessionStatus;
import derrick.domain.well.WellId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of {@code drilling_sessions}. The columns of other stages than the session's own are NULL. {@code average_rop}
 * is written for queries by other programs and not read: it follows from the other columns.
 */
public record DrillingSessionRow(
        long id,
        String rigId,
        String wellId,
        Instant startTime,
        Optional<Instant> endTime,
        double startDepth,
        Optional<Double> endDepth,
        Optional<Double> averageRop,
        double totalDrillingTimeHours,
        Optional<Instant> activeSince,
        String status,
        Optional<String> notes) {

    static DrillingSessionRow of(DrillingSession session) {
        Optional<End> end = End.of(session.stage());
        return new DrillingSessionRow(
                session.id().value(),
                session.rig().value(),
                session.well().value(),
                session.startedAt(),
                end.map(End::at),
                session.startDepth().metres(),
                end.flatMap(End::depth).map(MeasuredDepth::metres),
                session.averageRateOfPenetration().map(RateOfPenetration::metresPerHour),
                session.stage().drillingTime().hours(),
                session.stage() instanceof Active active ? Optional.of(active.since()) : Optional.empty(),
                session.stage().status().toString(),
                session.notes());
    }

    DrillingSession session() {
        return new DrillingSession(
                new DrillingSessionId(id),
                new RigId(rigId),
                new WellId(wellId),
                startTime,
                new MeasuredDepth(startDepth),
                notes,
                stage());
    }

    private SessionStage stage() {
        Hours drillingTime = new Hours(totalDrillingTimeHours);
        Optional<MeasuredDepth> end = endDepth.map(MeasuredDepth::new);
        return switch (SessionStatus.valueOf(status.toUpperCase(Locale.ROOT))) {
            case ACTIVE -> new Active(activeSince.orElseThrow(), drillingTime);
            case PAUSED -> new Paused(drillingTime);
            case COMPLETED -> new Completed(endTime.orElseThrow(), end.orElseThrow(), drillingTime);
            case CANCELLED -> new Cancelled(endTime.orElseThrow(), end, drillingTime);
        };
    }

    private record End(Instant at, Optional<MeasuredDepth> depth) {
        static Optional<End> of(SessionStage stage) {
            if (stage instanceof Completed completed) {
                return Optional.of(new End(completed.at(), Optional.of(completed.endDepth())));
            }
            return stage instanceof Cancelled cancelled
                    ? Optional.of(new End(cancelled.at(), cancelled.endDepth()))
                    : Optional.empty();
        }
    }
}
