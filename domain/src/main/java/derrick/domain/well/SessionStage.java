package derrick.domain.well;

import derrick.domain.field.Require;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import java.time.Instant;
import java.util.Optional;

/** Where a drilling session stands. Each stage has exactly the values that are known at it. */
public sealed interface SessionStage {
    SessionStatus status();

    /** How long was drilled, in the spells of work that are over. */
    Hours drillingTime();

    /** The rig works on the well, in a spell that began at a time. */
    record Active(Instant since, Hours drillingTime) implements SessionStage {
        public Active {
            Require.time("active_since", since);
        }

        @Override
        public SessionStatus status() {
            return SessionStatus.ACTIVE;
        }
    }

    /** The rig waits, and will go on. */
    record Paused(Hours drillingTime) implements SessionStage {
        @Override
        public SessionStatus status() {
            return SessionStatus.PAUSED;
        }
    }

    /** The rig is done. */
    record Completed(Instant at, MeasuredDepth endDepth, Hours drillingTime) implements SessionStage {
        public Completed {
            Require.time("end_time", at);
        }

        @Override
        public SessionStatus status() {
            return SessionStatus.COMPLETED;
        }
    }

    /** It was broken off; how deep the hole had become is not always known. */
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
