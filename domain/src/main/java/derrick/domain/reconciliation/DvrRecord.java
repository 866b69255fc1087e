package derrick.domain.reconciliation;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/**
 * A raw record of a rig, the verdict of validation and reconciliation, and its status.
 *
 * @param rig the rig, if the raw record names it
 * @param raw the record as received
 * @param source the sender
 * @param notes the notes of people, one a line
 */
public record DvrRecord(
        DvrRecordId id,
        Optional<RigId> rig,
        JsonValue raw,
        DvrVerdict verdict,
        Optional<String> source,
        DvrStatus status,
        Optional<String> notes,
        Instant createdAt,
        Instant updatedAt) {
    private static final int MAX_SOURCE_LENGTH = 50;

    /** @throws derrick.domain.field.InvalidField if a text is too long, or a time finer than a microsecond */
    public DvrRecord {
        source.ifPresent(text -> Require.textOrEmpty("source", text, MAX_SOURCE_LENGTH));
        notes.ifPresent(text -> Require.textOrEmpty("notes", text, Require.MAX_TEXT_LENGTH));
        Require.time("created_at", createdAt);
        Require.time("updated_at", updatedAt);
    }

    /**
     * Returns the record acknowledged.
     *
     * @param note a note to append
     * @throws IllegalTransition if it is acknowledged
     */
    public DvrRecord acknowledge(Optional<String> note, Instant at) {
        if (status == DvrStatus.ACKNOWLEDGED) {
            throw new IllegalTransition("DVR record " + id, status, DvrStatus.ACKNOWLEDGED);
        }
        return with(DvrStatus.ACKNOWLEDGED, note.map(this::appendedNotes).or(() -> notes), at);
    }

    /** Returns the record with a note appended. */
    public DvrRecord addNote(String note, Instant at) {
        return with(status, Optional.of(appendedNotes(note)), at);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(createdAt, id.value());
    }

    private String appendedNotes(String note) {
        Require.text("notes", note, Require.MAX_TEXT_LENGTH);
        return notes.map(earlier -> earlier + "\n" + note).orElse(note);
    }

    private DvrRecord with(DvrStatus next, Optional<String> nextNotes, Instant at) {
        return new DvrRecord(id, rig, raw, verdict, source, next, nextNotes, createdAt, at);
    }
}
