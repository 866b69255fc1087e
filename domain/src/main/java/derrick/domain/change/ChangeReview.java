package derrick.domain.change;

import derrick.domain.account.UserId;
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

/** The second signature: a request goes to the rig only after somebody else has looked at it, in time. */
public final class ChangeReview {
    /** How long a request waits for its second signature; what suited the rig a week ago may not today. */
    public static final Duration PENDING_AT_MOST = Duration.ofDays(7);

    private final ChangeRequests requests;
    private final Clock clock;

    public ChangeReview(ChangeRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Asks for a change. */
    public ChangeRequest submit(
            UserId requester, RigId rig, ProposedChange change, boolean autoExecute, Optional<JsonValue> metadata) {
        ChangeRequest request = new ChangeRequest(
                requests.nextId(), rig, change, autoExecute, requester, now(), metadata, new ChangeStage.Pending());
        requests.add(request);
        return request;
    }

    /**
     * Signs a request, so that it may go to the rig.
     *
     * @throws NotFound if there is no such request
     * @throws SelfReview if the reviewer made the request
     * @throws IllegalTransition if it is not pending, has waited for too long, or was changed concurrently
     */
    public ChangeRequest approve(ChangeRequestId id, UserId reviewer) {
        Instant now = now();
        ChangeRequest request = find(id);
        if (request.stage() instanceof ChangeStage.Pending
                && request.requestedAt().isBefore(now.minus(PENDING_AT_MOST))) {
            requests.replace(request, request.expire(now));
            throw new IllegalTransition("change request " + id, find(id).stage().status(), ChangeStatus.APPROVED);
        }
        return move(request, ChangeStatus.APPROVED, pending -> pending.approve(reviewer, now));
    }

    /**
     * Refuses a request.
     *
     * @throws NotFound if there is no such request
     * @throws SelfReview if the reviewer made the request
     * @throws IllegalTransition if it is not pending, or was changed concurrently
     */
    public ChangeRequest reject(ChangeRequestId id, UserId reviewer, String reason) {
        return move(find(id), ChangeStatus.REJECTED, pending -> pending.reject(reviewer, now(), reason));
    }

    /**
     * Takes a request back.
     *
     * @throws NotFound if there is no such request
     * @throws NotRequester if somebody else made the request
     * @throws IllegalTransition if it is not pending, or was changed concurrently
     */
    public ChangeRequest cancel(ChangeRequestId id, UserId requester) {
        return move(find(id), ChangeStatus.CANCELLED, pending -> pending.cancel(requester, now()));
    }

    /**
     * Notes that the rig has the new value.
     *
     * @throws NotFound if there is no such request
     * @throws IllegalTransition if it is not approved, or was changed concurrently
     */
    public ChangeRequest applied(ChangeRequestId id, UserId by) {
        return move(find(id), ChangeStatus.APPLIED, approved -> approved.applied(by, now()));
    }

    /**
     * Notes that the rig does not have the new value, or that nobody knows.
     *
     * @throws NotFound if there is no such request
     * @throws IllegalTransition if it is not approved, or was changed concurrently
     */
    public ChangeRequest failed(ChangeRequestId id, UserId by, String error) {
        return move(find(id), ChangeStatus.FAILED, approved -> approved.failed(by, now(), error));
    }

    /**
     * Closes requests that have waited for too long, the oldest first.
     *
     * @param limit how many to look at; if as many were closed, there may be more
     * @return how many were closed
     */
    public int expireOverdue(int limit) {
        Instant now = now();
        return (int) requests.listPendingSince(now.minus(PENDING_AT_MOST), limit).stream()
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
