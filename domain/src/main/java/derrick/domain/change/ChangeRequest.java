package derrick.domain.change;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeStage.Applied;
import derrick.domain.change.ChangeStage.Approved;
import derrick.domain.change.ChangeStage.Cancelled;
import derrick.domain.change.ChangeStage.Expired;
import derrick.domain.change.ChangeStage.Failed;
import derrick.domain.change.ChangeStage.Pending;
import derrick.domain.change.ChangeStage.Rejected;
import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.InvalidField;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/**
 * A requested change of a rig's setting, and its stage.
 *
 * @param autoExecute whether it is applied to the rig as soon as it is approved
 * @param metadata further information from the requester
 */
public record ChangeRequest(
        ChangeRequestId id,
        RigId rig,
        ProposedChange change,
        boolean autoExecute,
        UserId requestedBy,
        Instant requestedAt,
        Optional<JsonValue> metadata,
        ChangeStage stage) {

    /** Thrown when a user reviews a request of their own. */
    public static final class SelfReview extends RuntimeException {
        SelfReview(ChangeRequestId id) {
            super("change request %s must be reviewed by another user than its requester".formatted(id));
        }
    }

    /** Thrown when a user cancels a request of another user; they may reject it instead. */
    public static final class NotRequester extends RuntimeException {
        NotRequester(ChangeRequestId id) {
            super("change request %s can be cancelled only by its requester; reject it instead".formatted(id));
        }
    }

    /** @throws InvalidField if the requester approved it, or a time is finer than a microsecond */
    public ChangeRequest {
        Require.time("requested_at", requestedAt);
        if (approval(stage)
                .filter(approval -> approval.by().equals(requestedBy))
                .isPresent()) {
            throw new InvalidField("approved_by", "must not be the same user as requested_by");
        }
    }

    /**
     * @throws SelfReview if the reviewer made the request
     * @throws IllegalTransition if it is not pending
     */
    public ChangeRequest approve(UserId reviewer, Instant at) {
        requirePending(ChangeStatus.APPROVED);
        requireOtherThanRequester(reviewer);
        return with(new Approved(reviewer, at));
    }

    /**
     * @throws SelfReview if the reviewer made the request
     * @throws IllegalTransition if it is not pending
     */
    public ChangeRequest reject(UserId reviewer, Instant at, String reason) {
        requirePending(ChangeStatus.REJECTED);
        requireOtherThanRequester(reviewer);
        return with(new Rejected(reviewer, at, reason));
    }

    /**
     * @throws NotRequester if another user made the request
     * @throws IllegalTransition if it is not pending
     */
    public ChangeRequest cancel(UserId requester, Instant at) {
        requirePending(ChangeStatus.CANCELLED);
        if (!requester.equals(requestedBy)) {
            throw new NotRequester(id);
        }
        return with(new Cancelled(requester, at));
    }

    /** @throws IllegalTransition if it is not pending */
    public ChangeRequest expire(Instant at) {
        requirePending(ChangeStatus.EXPIRED);
        return with(new Expired(at));
    }

    /** @throws IllegalTransition if it is not approved */
    public ChangeRequest markApplied(UserId by, Instant at) {
        return with(new Applied(requireApproved(ChangeStatus.APPLIED), by, at));
    }

    /** @throws IllegalTransition if it is not approved */
    public ChangeRequest markFailed(UserId by, Instant at, String error) {
        return with(new Failed(requireApproved(ChangeStatus.FAILED), by, at, error));
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(requestedAt, id.value());
    }

    private void requirePending(ChangeStatus next) {
        if (!(stage instanceof Pending)) {
            throw new IllegalTransition("change request " + id, stage.status(), next);
        }
    }

    private Approved requireApproved(ChangeStatus next) {
        if (!(stage instanceof Approved approval)) {
            throw new IllegalTransition("change request " + id, stage.status(), next);
        }
        return approval;
    }

    private void requireOtherThanRequester(UserId reviewer) {
        if (reviewer.equals(requestedBy)) {
            throw new SelfReview(id);
        }
    }

    private ChangeRequest with(ChangeStage next) {
        return new ChangeRequest(id, rig, change, autoExecute, requestedBy, requestedAt, metadata, next);
    }

    private static Optional<Approved> approval(ChangeStage stage) {
        if (stage instanceof Approved approval) {
            return Optional.of(approval);
        }
        if (stage instanceof Applied applied) {
            return Optional.of(applied.approval());
        }
        return stage instanceof Failed failed ? Optional.of(failed.approval()) : Optional.empty();
    }
}
