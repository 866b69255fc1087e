package derrick.domain.maintenance;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/** The acknowledgement of an alert: who takes care of it, since when, with which notes. */
public record Acknowledgement(String by, Instant at, Optional<String> notes) {
    static final int MAX_NAME_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if the name or the notes are empty or too long */
    public Acknowledgement {
        Require.text("acknowledged_by", by, MAX_NAME_LENGTH);
        Require.time("acknowledged_at", at);
        Require.text("acknowledgement_notes", notes, Require.MAX_TEXT_LENGTH);
    }
}
