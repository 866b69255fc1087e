package derrick.domain.reconciliation;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a rig sent, what validation and reconciliation made of it, and how far people have come with that.
 *
 * @param rig whose record it is, unless the record did not tell
 * @param raw the record as it came in
 * @param source what sent it
 * @param notes what people have to say about it
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
     * Somebody has seen to it.
     *
     * @param remark what to note beside it; what was noted before stays above
     * @throws IllegalTransition if it is acknowledged
     */
    public DvrRecord acknowledge(Optional<String> remark, Instant at) {
        if (status == DvrStatus.ACKNOWLEDGED) {
            throw new IllegalTransition("DVR record " + id, status, DvrStatus.ACKNOWLEDGED);
        }
        return with(DvrStatus.ACKNOWLEDGED, remark.map(this::noted).or(() -> notes), at);
    }

    /** The same, with something to remark; what was noted before stays above. */
    public DvrRecord note(String remark, Instant at) {
        return with(status, Optional.of(noted(remark)), at);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(createdAt, id.value());
    }

    private String noted(String remark) {
        Require.text("notes", remark, Require.MAX_TEXT_LENGTH);
        return notes.map(before -> before + "\n" + remark).orElse(remark);
    }

    private DvrRecord with(DvrStatus next, Optional<String> nextNotes, Instant at) {
        return new DvrRecord(id, rig, raw, verdict, source, next, nextNotes, createdAt, at);
    }
}
