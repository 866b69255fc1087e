package derrick.domain.maintenance;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/** The stage of an alert. Each stage has exactly the values that are known at it. */
public sealed interface AlertStage {
    AlertStatus status();

    /** Nobody has looked at it yet. */
    record Active() implements AlertStage {
        @Override
        public AlertStatus status() {
            return AlertStatus.ACTIVE;
        }
    }

    /** Somebody sees to it. */
    record Acknowledged(Acknowledgement acknowledgement) implements AlertStage {
        @Override
        public AlertStatus status() {
            return AlertStatus.ACKNOWLEDGED;
        }
    }

    /**
     * It is known, disturbs, and is put away until a time.
     *
     * @param acknowledgement that of an alert that somebody saw to before it was shelved
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

        /** Where the alert stood before, and stands again when the time is over. */
        AlertStage before() {
            return acknowledgement.<AlertStage>map(Acknowledged::new).orElseGet(Active::new);
        }
    }

    /** The trouble is over. */
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
