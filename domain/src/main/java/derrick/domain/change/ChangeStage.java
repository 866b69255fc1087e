package derrick.domain.change;

import derrick.domain.account.UserId;
import derrick.domain.field.Require;
import java.time.Instant;

/** Where a change request stands. Each stage has exactly the values that are known at it. */
public sealed interface ChangeStage {
    ChangeStatus status();

    /** Nobody has looked at it yet. */
    record Pending() implements ChangeStage {
        @Override
        public ChangeStatus status() {
            return ChangeStatus.PENDING;
        }
    }

    /** A second person agreed; it is not on the rig yet. */
    record Approved(UserId by, Instant at) implements ChangeStage {
        public Approved {
            Require.time("approved_at", at);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.APPROVED;
        }
    }

    /** A second person did not agree, and said why. */
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

    /** Whoever asked for it does not want it any more. */
    record Cancelled(UserId by, Instant at) implements ChangeStage {
        public Cancelled {
            Require.time("closed_at", at);
        }

        @Override
        public ChangeStatus status() {
            return ChangeStatus.CANCELLED;
        }
    }

    /** It waited for a second person for too long: what it asks for may fit no more. */
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

    /** It could not be brought to the rig, or nobody knows whether it was. */
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
