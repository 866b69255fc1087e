package derrick.domain.maintenance;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/** The stage of an alert. Each stage has exactly the values that are known at it. */
public sealed interface AlertStage {
    AlertStatus status();

    /** The alert is not acknowledged yet. */
    record Active() implements AlertStage {
        @Override
        public AlertStatus status() {
            return AlertStatus.ACTIVE;
        }
    }

    /** Somebody takes care of the problem. */
    record Acknowledged(Acknowledgement acknowledgement) implements AlertStage {
        @Override
        public AlertStatus status() {
            return AlertStatus.ACKNOWLEDGED;
        }
    }

    /**
     * The alert is suppressed until a time.
     *
     * @param acknowledgement the acknowledgement before the shelving, if there was one
     */
    record Shelved(String by, Instant at, Instant until, String reason, Optional<Acknowledgement> acknowledgement)
            implements AlertStage {
        public Shelved {
            Require.text("shelved_by", by, Acknowledgement.MAX_NAME_LENGTH);
            Require.time("shelved_at", at);
            Require.time("shelved_until", until);
            Require.that(until.isAfter(at), "shelved_until", "must be after shelved_at");
            Require.text("shelving_reason", reason, Require.MAX_TEXT_LENGTH);
        }

        @Override
        public AlertStatus status() {
            return AlertStatus.SHELVED;
        }

        /** Returns the stage before the shelving, which the alert returns to. */
        AlertStage previous() {
            return acknowledgement.<AlertStage>map(Acknowledged::new).orElseGet(Active::new);
        }
    }

    /** The problem is solved. */
    record Resolved(Acknowledgement acknowledgement, String by, Instant at, Optional<String> notes)
            implements AlertStage {
        public Resolved {
            Require.text("resolved_by", by, Acknowledgement.MAX_NAME_LENGTH);
            Require.time("resolved_at", at);
            Require.text("resolution_notes", notes, Require.MAX_TEXT_LENGTH);
        }

        @Override
        public AlertStatus status() {
            return AlertStatus.RESOLVED;
        }
    }
}
