package derrick.domain.change;

import static derrick.domain.change.ChangeRequestSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeRequest.NotRequester;
import derrick.domain.change.ChangeRequest.SelfReview;
import derrick.domain.change.ChangeStage.Applied;
import derrick.domain.change.ChangeStage.Approved;
import derrick.domain.change.ChangeStage.Failed;
import derrick.domain.change.ChangeStage.Pending;
import derrick.domain.change.ChangeStage.Rejected;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangeRequestTest {
    private static final UserId REQUESTER = new UserId(1);
    private static final UserId REVIEWER = new UserId(2);
    private static final ChangeRequest PENDING = ChangeRequestSamples.pending(new ChangeRequestId(7), REQUESTER, NOON);

    private static final Map<ChangeStatus, Set<ChangeStatus>> NEXT_STATUSES = Map.of(
            ChangeStatus.PENDING,
                    Set.of(ChangeStatus.APPROVED, ChangeStatus.REJECTED, ChangeStatus.CANCELLED, ChangeStatus.EXPIRED),
            ChangeStatus.APPROVED, Set.of(ChangeStatus.APPLIED, ChangeStatus.FAILED));

    private static final Map<ChangeStatus, UnaryOperator<ChangeRequest>> TRANSITIONS = Map.of(
            ChangeStatus.APPROVED, request -> request.approve(REVIEWER, NOON),
            ChangeStatus.REJECTED, request -> request.reject(REVIEWER, NOON, "no"),
            ChangeStatus.CANCELLED, request -> request.cancel(REQUESTER, NOON),
            ChangeStatus.EXPIRED, request -> request.expire(NOON),
            ChangeStatus.APPLIED, request -> request.markApplied(REVIEWER, NOON),
            ChangeStatus.FAILED, request -> request.markFailed(REVIEWER, NOON, "no answer"));

    static List<ChangeStage> everyStage() {
        return ChangeRequestSamples.everyStage(REVIEWER, REQUESTER);
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void aRequestMovesOnlyAlongTheStageDiagram(ChangeStage stage) {
        ChangeRequest request = at(stage);
        TRANSITIONS.forEach((next, step) -> {
            if (NEXT_STATUSES.getOrDefault(stage.status(), Set.of()).contains(next)) {
                assertThat(step.apply(request).stage().status()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> step.apply(request))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("change request 7 is %s and cannot become %s", stage.status(), next);
            }
        });
    }

    @Test
    void theRequesterCannotReview() {
        assertThatThrownBy(() -> PENDING.approve(REQUESTER, NOON))
                .isInstanceOf(SelfReview.class)
                .hasMessage("change request 7 must be reviewed by another user than its requester");
        assertThatThrownBy(() -> PENDING.reject(REQUESTER, NOON, "no")).isInstanceOf(SelfReview.class);
    }

    @Test
    void onlyTheRequesterCanCancel() {
        assertThatThrownBy(() -> PENDING.cancel(REVIEWER, NOON))
                .isInstanceOf(NotRequester.class)
                .hasMessage("change request 7 can be cancelled only by its requester; reject it instead");
    }

    @Test
    void aRequestApprovedByItsRequesterIsInvalid() {
        Approved selfApproval = new Approved(REQUESTER, NOON);
        for (ChangeStage stage : List.of(
                selfApproval,
                new Applied(selfApproval, REVIEWER, NOON),
                new Failed(selfApproval, REVIEWER, NOON, "no answer"))) {
            assertThatThrownBy(() -> at(stage))
                    .isInstanceOf(InvalidField.class)
                    .hasMessage("approved_by must not be the same user as requested_by");
        }
    }

    @Test
    void theRequesterMayApplyAnApprovedRequest() {
        ChangeRequest applied = PENDING.approve(REVIEWER, NOON).markApplied(REQUESTER, NOON.plusSeconds(1));

        assertThat(applied.stage())
                .isEqualTo(new Applied(new Approved(REVIEWER, NOON), REQUESTER, NOON.plusSeconds(1)));
    }

    @Test
    void aTransitionChangesOnlyTheStage() {
        assertThat(at(PENDING.approve(REVIEWER, NOON), new Pending())).isEqualTo(PENDING);
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new Rejected(REVIEWER, NOON, "")).hasMessageStartingWith("rejection_reason must be");
        assertThatThrownBy(() -> new Failed(new Approved(REVIEWER, NOON), REVIEWER, NOON, ""))
                .hasMessageStartingWith("error_message must be");
        assertThatThrownBy(() -> new Approved(REVIEWER, NOON.plusNanos(1)))
                .hasMessage("approved_at must not be finer than a microsecond");
        assertThatThrownBy(() -> ChangeRequestSamples.pending(new ChangeRequestId(7), REQUESTER, NOON.plusNanos(1)))
                .hasMessage("requested_at must not be finer than a microsecond");
        assertThatThrownBy(() -> new ChangeRequestId(0)).hasMessage("id must be 1 or more");
    }

    @Test
    void theTextsOfAProposedChangeAreChecked() {
        ChangeType type = ChangeType.MAINTENANCE;
        assertThatThrownBy(() -> new ProposedChange(type, "", "rpm", Optional.empty(), "1"))
                .hasMessage("component must be 1 to 100 characters");
        assertThatThrownBy(() -> new ProposedChange(type, "top drive", "x".repeat(101), Optional.empty(), "1"))
                .hasMessage("parameter must be at most 100 characters");
        assertThatThrownBy(() -> new ProposedChange(type, "top drive", "rpm", Optional.of("\u0000"), "1"))
                .hasMessageStartingWith("old_value must");
        assertThatThrownBy(() -> new ProposedChange(type, "top drive", "rpm", Optional.empty(), ""))
                .hasMessageStartingWith("new_value must");
    }

    private static ChangeRequest at(ChangeStage stage) {
        return at(PENDING, stage);
    }

    private static ChangeRequest at(ChangeRequest request, ChangeStage stage) {
        return new ChangeRequest(
                request.id(),
                request.rig(),
                request.change(),
                request.autoExecute(),
                request.requestedBy(),
                request.requestedAt(),
                request.metadata(),
                stage);
    }
}
