package derrick.domain.reconciliation;

import derrick.domain.document.JsonSamples;
import derrick.domain.document.JsonValue;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** DVR records for tests. */
public final class DvrRecordSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final JsonValue RAW = JsonValue.object(Map.of("depth", JsonValue.of(1206.5), "wob", JsonValue.of(-999.25)));
    static final JsonValue RECONCILED = JsonValue.object(Map.of("depth", JsonValue.of(1206.5), "wob", JsonValue.NULL));

    private static final JsonValue SPIKE = JsonValue.object(Map.of("wob", JsonValue.of("null sentinel")));

    private DvrRecordSamples() {}

    /** Returns a processed record. */
    public static DvrRecord processed(DvrRecordId id, RigId rig, Instant at) {
        return record(id, Optional.of(rig), RAW, DvrVerdict.valid(RECONCILED), DvrStatus.PROCESSED, at);
    }

    /** Returns an invalid record. */
    public static DvrRecord invalid(DvrRecordId id, RigId rig, Instant at) {
        return record(id, Optional.of(rig), RAW, DvrVerdict.invalid("wob is a null sentinel"), DvrStatus.INVALID, at);
    }

    /**
     * Returns records of each status and verdict, with and without a rig, with every kind of JSON value and long texts.
     */
    public static List<DvrRecord> everyKind(Supplier<DvrRecordId> ids, RigId rig) {
        List<DvrRecord> kinds = new ArrayList<>();
        Instant at = NOON.plus(1, ChronoUnit.MICROS);
        kinds.add(processed(ids.get(), rig, at));
        kinds.add(
                invalid(ids.get(), rig, at).acknowledge(Optional.of("𝄞 the cell was unplugged"), NOON.plusSeconds(1)));
        kinds.add(processed(ids.get(), rig, at).addNote("\"'\\ \n".repeat(1000), NOON.plusSeconds(1)));
        kinds.add(new DvrRecord(
                ids.get(),
                Optional.empty(),
                JsonValue.of("{\"rig\": "),
                DvrVerdict.invalid("𝄞 is not valid JSON"),
                Optional.of("é".repeat(50)),
                DvrStatus.ERROR,
                Optional.of(""),
                at,
                at));
        for (DvrStatus status : DvrStatus.values()) {
            kinds.add(record(ids.get(), Optional.of(rig), RAW, DvrVerdict.valid(RECONCILED), status, at));
        }
        for (JsonValue document : JsonSamples.everyKind()) {
            DvrVerdict verdict = DvrVerdict.valid(document);
            kinds.add(record(ids.get(), Optional.of(rig), document, verdict, DvrStatus.PROCESSED, at));
            kinds.add(record(ids.get(), Optional.of(rig), RAW, verdict.withAnomaly(document), DvrStatus.PROCESSED, at));
        }
        DvrVerdict strange = new DvrVerdict(true, Optional.of(""), Optional.empty(), false, Optional.of(SPIKE));
        kinds.add(record(ids.get(), Optional.of(rig), RAW, strange, DvrStatus.INVALID, at));
        return kinds;
    }

    private static DvrRecord record(
            DvrRecordId id, Optional<RigId> rig, JsonValue raw, DvrVerdict verdict, DvrStatus status, Instant at) {
        return new DvrRecord(id, rig, raw, verdict, Optional.empty(), status, Optional.empty(), at, at);
    }
}
