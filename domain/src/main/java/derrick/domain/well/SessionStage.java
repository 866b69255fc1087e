package derrick.domain.well;

import derrick.domain.field.Require;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import java.time.Instant;
import java.util.Optional;

/** The stage of a drilling session. Each stage has exactly the values that are known at it. */
public sealed interface SessionStage {
    SessionStatus status();

    /** Returns the total time in which the session was active, up to its last change. */
    Hours drillingTime();

    /** The rig works on the well since a time. */
    record Active(Instant since, Hours drillingTime) implements SessionStage {
        public Active {
            Require.time("active_since", since);
        }

        @Override
        public SessionStatus status() {
            return SessionStatus.ACTIVE;
        }
    }

    /** The work is interrupted. */
    record Paused(Hours drillingTime) implements SessionStage {
        @Override
        public SessionStatus status() {
            return SessionStatus.PAUSED;
        }
    }

    /** The work is complete. */
    record Completed(Instant at, MeasuredDepth endDepth, Hours drillingTime) implements SessionStage {
        public Completed {
            Require.time("end_time", at);
        }

        @Override
        public SessionStatus status() {
            return SessionStatus.COMPLETED;
        }
    }

    /** The work was given up; the end depth is not always known. */
    record Cancelled(Instant at, Optional<MeasuredDepth> endDepth, Hours drillingTime) implements SessionStage {
        public Cancelled {
            Require.time("end_time", at);
        }

        @Override
        public SessionStatus status() {
            return SessionStatus.CANCELLED;
        }
    }
}
