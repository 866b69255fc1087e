package derrick.domain.change;

import static derrick.domain.change.ChangeRequestSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeRequest.SelfReview;
import derrick.domain.change.ChangeStage.Applied;
import derrick.domain.change.ChangeStage.Approved;
import derrick.domain.change.ChangeStage.Cancelled;
import derrick.domain.change.ChangeStage.Expired;
import derrick.domain.change.ChangeStage.Failed;
import derrick.domain.change.ChangeStage.Pending;
import derrick.domain.change.ChangeStage.Rejected;
import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.rig.RigId;
import derrick.domain.store.ConcurrentCaller;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangeReviewTest {
    private static final UserId REQUESTER = new UserId(1);
    private static final UserId REVIEWER = new UserId(2);
    private static final ProposedChange CHANGE =
            new ProposedChange(ChangeType.OPTIMIZATION, "top drive", "rpm", Optional.of("120"), "140");

    private final ChangeRequests requests = new InMemoryChangeRequests();
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final ChangeReview review = new ChangeReview(requests, clock);

    @Test
    void aNewRequestIsPending() {
        Optional<JsonValue> note = Optional.of(JsonValue.object(Map.of("ticket", JsonValue.of(12))));

        ChangeRequest request = review.submit(REQUESTER, new RigId("F-9A"), CHANGE, true, note);

        assertThat(request)
                .isEqualTo(new ChangeRequest(
                        request.id(), new RigId("F-9A"), CHANGE, true, REQUESTER, NOON, note, new Pending()));
        assertThat(requests.find(request.id())).contains(request);
    }

    @Test
    void anApprovedRequestCanBeApplied() {
        ChangeRequestId id = submit();

        review.approve(id, REVIEWER);
        clock.advance(Duration.ofMinutes(5));
        review.recordApplied(id, REQUESTER);

        Approved approved = new Approved(REVIEWER, NOON);
        assertThat(stage(id)).isEqualTo(new Applied(approved, REQUESTER, NOON.plus(Duration.ofMinutes(5))));
    }

    @Test
    void aFailedRequestHasTheError() {
        ChangeRequestId id = submit();
        review.approve(id, REVIEWER);

        review.recordFailed(id, REVIEWER, "no answer; it may be on the rig");

        assertThat(stage(id))
                .isEqualTo(new Failed(new Approved(REVIEWER, NOON), REVIEWER, NOON, "no answer; it may be on the rig"));
    }

    @Test
    void aRejectedRequestHasTheReason() {
        ChangeRequestId id = submit();

        review.reject(id, REVIEWER, "too fast for this rock");

        assertThat(stage(id)).isEqualTo(new Rejected(REVIEWER, NOON, "too fast for this rock"));
    }

    @Test
    void theRequesterCancelsARequest() {
        ChangeRequestId id = submit();

        review.cancel(id, REQUESTER);

        assertThat(stage(id)).isEqualTo(new Cancelled(REQUESTER, NOON));
    }

    @Test
    void aRefusedTransitionChangesNothing() {
        ChangeRequestId id = submit();

        assertThatThrownBy(() -> review.approve(id, REQUESTER)).isInstanceOf(SelfReview.class);
        assertThatThrownBy(() -> review.recordApplied(id, REVIEWER)).isInstanceOf(IllegalTransition.class);

        assertThat(stage(id)).isEqualTo(new Pending());
    }

    @Test
    void aConcurrentReviewIsReported() {
        ChangeRequestId id = submit();
        ChangeReview second = new ChangeReview(
                ConcurrentCaller.before(
                        "replace", ChangeRequests.class, requests, () -> review.reject(id, new UserId(2), "no")),
                clock);

        assertThatThrownBy(() -> second.approve(id, new UserId(3)))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("change request %s is rejected and cannot become approved", id);
        assertThat(stage(id)).isEqualTo(new Rejected(REVIEWER, NOON, "no"));
    }

    @Test
    void aRequestCanBeApprovedForAWeek() {
        ChangeRequestId id = submit();
        clock.advance(ChangeReview.MAX_PENDING);

        assertThat(review.expireOverdue(100)).isZero();
        assertThat(review.approve(id, REVIEWER).stage().status()).isEqualTo(ChangeStatus.APPROVED);
    }

    @Test
    void afterAWeekARequestExpiresInsteadOfBeingApproved() {
        ChangeRequestId id = submit();
        clock.advance(ChangeReview.MAX_PENDING.plusNanos(1000));

        assertThatThrownBy(() -> review.approve(id, REVIEWER))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("change request %s is expired and cannot become approved", id);
        assertThat(stage(id))
                .isEqualTo(new Expired(NOON.plus(ChangeReview.MAX_PENDING).plusNanos(1000)));
    }

    @Test
    void overdueRequestsExpireOldestFirst() {
        List<ChangeRequestId> overdue = List.of(submit(), submit());
        clock.advance(Duration.ofSeconds(1));
        overdue = List.of(overdue.get(0), overdue.get(1), submit());
        clock.advance(ChangeReview.MAX_PENDING.plusNanos(1000));
        ChangeRequestId fresh = submit();

        assertThat(review.expireOverdue(2)).isEqualTo(2);
        assertThat(stage(overdue.get(2))).isEqualTo(new Pending());
        assertThat(review.expireOverdue(2)).isEqualTo(1);

        assertThat(requests.list(ChangeStatus.EXPIRED, Page.first(10)))
                .extracting(ChangeRequest::id)
                .containsExactlyInAnyOrderElementsOf(overdue);
        assertThat(stage(fresh)).isEqualTo(new Pending());
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> review.approve(new ChangeRequestId(404), REVIEWER))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no change request 404");
    }

    private ChangeRequestId submit() {
        return review.submit(REQUESTER, new RigId("F-9A"), CHANGE, false, Optional.empty())
                .id();
    }

    private ChangeStage stage(ChangeRequestId id) {
        return requests.find(id).orElseThrow().stage();
    }
}
