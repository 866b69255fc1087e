package derrick.domain.reconciliation;

import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import java.util.Optional;

/**
 * The result of validating and reconciling a record.
 *
 * @param reason why the record is invalid
 * @param reconciled the record as passed on
 * @param anomaly whether the record contains an anomaly, valid or not
 * @param anomalyDetails the anomalies by channel
 */
public record DvrVerdict(
        boolean valid,
        Optional<String> reason,
        Optional<JsonValue> reconciled,
        boolean anomaly,
        Optional<JsonValue> anomalyDetails) {

    /** @throws derrick.domain.field.InvalidField if the reason is too long */
    public DvrVerdict {
        reason.ifPresent(text -> Require.textOrEmpty("reason", text, Require.MAX_TEXT_LENGTH));
    }

    /** Returns the verdict on a valid record. */
    public static DvrVerdict valid(JsonValue reconciled) {
        return new DvrVerdict(true, Optional.empty(), Optional.of(reconciled), false, Optional.empty());
    }

    /**
     * Returns the verdict on an invalid record.
     *
     * @throws derrick.domain.field.InvalidField if the reason is empty
     */
    public static DvrVerdict invalid(String reason) {
        Require.text("reason", reason, Require.MAX_TEXT_LENGTH);
        return new DvrVerdict(false, Optional.of(reason), Optional.empty(), false, Optional.empty());
    }

    /** Returns this verdict with an anomaly. */
    public DvrVerdict withAnomaly(JsonValue details) {
        return new DvrVerdict(valid, reason, reconciled, true, Optional.of(details));
    }
}
