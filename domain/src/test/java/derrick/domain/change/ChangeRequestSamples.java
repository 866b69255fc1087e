package derrick.domain.change;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeStage.Applied;
import derrick.domain.change.ChangeStage.Approved;
import derrick.domain.change.ChangeStage.Cancelled;
import derrick.domain.change.ChangeStage.Expired;
import derrick.domain.change.ChangeStage.Failed;
import derrick.domain.change.ChangeStage.Pending;
import derrick.domain.change.ChangeStage.Rejected;
import derrick.domain.document.JsonSamples;
import derrick.domain.document.JsonValue;
import derrick.domain.rig.RigSamples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Change requests for tests. */
public final class ChangeRequestSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Instant LATER = NOON.plus(1, ChronoUnit.MICROS);
    private static final ProposedChange CHANGE =
            new ProposedChange(ChangeType.OPTIMIZATION, "top drive", "rpm", Optional.of("120"), "140");

    private ChangeRequestSamples() {}

    /** Returns a pending request. */
    public static ChangeRequest pending(ChangeRequestId id, UserId requester, Instant at) {
        return new ChangeRequest(id, RigSamples.fresh(), CHANGE, false, requester, at, Optional.empty(), new Pending());
    }

    /** Returns a valid stage of each type. */
    public static List<ChangeStage> everyStage(UserId reviewer, UserId other) {
        Approved approved = new Approved(reviewer, LATER);
        return List.of(
                new Pending(),
                approved,
                new Rejected(reviewer, LATER, "𝄞 too fast\nfor this rock"),
                new Cancelled(other, LATER),
                new Expired(LATER),
                new Applied(approved, other, LATER.plusNanos(1000)),
                new Failed(approved, reviewer, LATER.plusNanos(1000), "no answer; it may be on the rig"));
    }

    /** Returns requests of each stage and type, with the longest texts and every kind of JSON value. */
    public static List<ChangeRequest> everyKind(Supplier<ChangeRequestId> ids, UserId requester, UserId reviewer) {
        List<ChangeRequest> kinds = new ArrayList<>();
        ChangeRequest plain = pending(ids.get(), requester, NOON);
        kinds.add(plain);
        for (ChangeStage stage : everyStage(reviewer, requester)) {
            kinds.add(copy(plain, ids.get(), CHANGE, Optional.empty(), stage));
        }
        for (ChangeType type : ChangeType.values()) {
            ProposedChange change = new ProposedChange(
                    type, "𝄞".repeat(100), "é".repeat(100), Optional.of(""), "\"'\\ \n".repeat(1000));
            kinds.add(copy(plain, ids.get(), change, Optional.empty(), new Pending()));
        }
        ProposedChange first = new ProposedChange(ChangeType.VALIDATION, "a", "b", Optional.empty(), "c");
        for (JsonValue metadata : JsonSamples.everyKind()) {
            kinds.add(copy(plain, ids.get(), first, Optional.of(metadata), new Pending()));
        }
        return kinds;
    }

    private static ChangeRequest copy(
            ChangeRequest plain,
            ChangeRequestId id,
            ProposedChange change,
            Optional<JsonValue> metadata,
            ChangeStage stage) {
        return new ChangeRequest(
                id,
                plain.rig(),
                change,
                !plain.autoExecute(),
                plain.requestedBy(),
                plain.requestedAt(),
                metadata,
                stage);
    }
}
