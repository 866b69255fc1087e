package derrick.domain.change;

import derrick.domain.account.UserId;
import derrick.domain.field.Require;
import java.time.Instant;

/** The stage of a change request. Each stage has exactly the values that are known at it. */
public sealed interface ChangeStage {
    ChangeStatus status();

    /** The request is not reviewed yet. */
    record Pending() implements ChangeStage {
        @Override
        public ChangeStatus status() {
            return ChangeStatus.PENDING;
        }
    }

    /** A second user approved the request; it is not applied to the rig yet. */
    record Approved(UserId by, Instant at) implements ChangeStage {
        public Approved {
            Require.time("approved_at", at);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.APPROVED;
        }
    }

    /** A second user rejected the request, with a reason. */
    record Rejected(UserId by, Instant at, String reason) implements ChangeStage {
        public Rejected {
            Require.time("closed_at", at);
            Require.text("rejection_reason", reason, Require.MAX_TEXT_LENGTH);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.REJECTED;
        }
    }

    /** The requester cancelled the request. */
    record Cancelled(UserId by, Instant at) implements ChangeStage {
        public Cancelled {
            Require.time("closed_at", at);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.CANCELLED;
        }
    }

    /** The request was not reviewed in time. */
    record Expired(Instant at) implements ChangeStage {
        public Expired {
            Require.time("closed_at", at);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.EXPIRED;
        }
    }

    /** The rig has the new value. */
    record Applied(Approved approval, UserId by, Instant at) implements ChangeStage {
        public Applied {
            Require.time("applied_at", at);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.APPLIED;
        }
    }

    /** The change could not be applied to the rig, or it is unknown whether it was. */
    record Failed(Approved approval, UserId by, Instant at, String error) implements ChangeStage {
        public Failed {
            Require.time("applied_at", at);
            Require.text("error_message", error, Require.MAX_TEXT_LENGTH);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.FAILED;
        }
    }
}
