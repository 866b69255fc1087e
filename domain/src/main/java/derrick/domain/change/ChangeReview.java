package derrick.domain.change;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeRequest.NotRequester;
import derrick.domain.change.ChangeRequest.SelfReview;
import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reviews change requests by the four-eyes principle: another user than the requester must approve, within a week. */
public final class ChangeReview {
    /** How long a request can be approved. After that, the rig's situation may have changed too much. */
    public static final Duration MAX_PENDING = Duration.ofDays(7);

    private final ChangeRequests requests;
    private final Clock clock;

    public ChangeReview(ChangeRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Stores a new request. */
    public ChangeRequest submit(
            UserId requester, RigId rig, ProposedChange change, boolean autoExecute, Optional<JsonValue> metadata) {
        ChangeRequest request = new ChangeRequest(
                requests.nextId(), rig, change, autoExecute, requester, now(), metadata, new ChangeStage.Pending());
        requests.add(request);
        return request;
    }

    /**
     * Approves a request, so that it may be applied to the rig.
     *
     * @throws NotFound if there is no such request
     * @throws SelfReview if the reviewer made the request
     * @throws IllegalTransition if it is not pending, is older than {@link #MAX_PENDING}, or was changed concurrently
     */
    public ChangeRequest approve(ChangeRequestId id, UserId reviewer) {
        Instant now = now();
        ChangeRequest request = find(id);
        if (request.stage() instanceof ChangeStage.Pending
                && request.requestedAt().isBefore(now.minus(MAX_PENDING))) {
            requests.replace(request, request.expire(now));
            throw new IllegalTransition("change request " + id, find(id).stage().status(), ChangeStatus.APPROVED);
        }
        return move(request, ChangeStatus.APPROVED, pending -> pending.approve(reviewer, now));
    }

    /**
     * Rejects a request.
     *
     * @throws NotFound if there is no such request
     * @throws SelfReview if the reviewer made the request
     * @throws IllegalTransition if it is not pending, or was changed concurrently
     */
    public ChangeRequest reject(ChangeRequestId id, UserId reviewer, String reason) {
        return move(find(id), ChangeStatus.REJECTED, pending -> pending.reject(reviewer, now(), reason));
    }

    /**
     * Cancels a request.
     *
     * @throws NotFound if there is no such request
     * @throws NotRequester if another user made the request
     * @throws IllegalTransition if it is not pending, or was changed concurrently
     */
    public ChangeRequest cancel(ChangeRequestId id, UserId requester) {
        return move(find(id), ChangeStatus.CANCELLED, pending -> pending.cancel(requester, now()));
    }

    /**
     * Records that the rig has the new value.
     *
     * @throws NotFound if there is no such request
     * @throws IllegalTransition if it is not approved, or was changed concurrently
     */
    public ChangeRequest recordApplied(ChangeRequestId id, UserId by) {
        return move(find(id), ChangeStatus.APPLIED, approved -> approved.markApplied(by, now()));
    }

    /**
     * Records that the rig does not have the new value, or that this is unknown.
     *
     * @throws NotFound if there is no such request
     * @throws IllegalTransition if it is not approved, or was changed concurrently
     */
    public ChangeRequest recordFailed(ChangeRequestId id, UserId by, String error) {
        return move(find(id), ChangeStatus.FAILED, approved -> approved.markFailed(by, now(), error));
    }

    /**
     * Expires requests that are pending for longer than {@link #MAX_PENDING}, oldest first.
     *
     * @param limit the largest number to expire; if as many were expired, there may be more
     * @return the number expired
     */
    public int expireOverdue(int limit) {
        Instant now = now();
        return (int) requests.listPendingBefore(now.minus(MAX_PENDING), limit).stream()
                .filter(overdue -> requests.replace(overdue, overdue.expire(now)))
                .count();
    }

    private ChangeRequest move(ChangeRequest before, ChangeStatus next, UnaryOperator<ChangeRequest> step) {
        ChangeRequest after = step.apply(before);
        if (!requests.replace(before, after)) {
            throw new IllegalTransition(
                    "change request " + before.id(), find(before.id()).stage().status(), next);
        }
        return after;
    }

    private ChangeRequest find(ChangeRequestId id) {
        return requests.find(id).orElseThrow(() -> new NotFound("change request", id));
    }

    private Instant now() {
        return Microseconds.now(clock);
    }
}
