package derrick.domain.reconciliation;

import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import java.util.Optional;

/**
 * What validation and reconciliation made of a record.
 *
 * @param reconciled the record as it went on
 * @param reason why it is not valid
 * @param anomaly whether something in it was out of the ordinary, valid or not
 * @param anomalyDetails what that was, by channel
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

    /** The record is valid, and this is what went on. */
    public static DvrVerdict valid(JsonValue reconciled) {
        return new DvrVerdict(true, Optional.empty(), Optional.of(reconciled), false, Optional.empty());
    }

    /**
     * The record is not valid.
     *
     * @throws derrick.domain.field.InvalidField if there is no reason
     */
    public static DvrVerdict invalid(String reason) {
        Require.text("reason", reason, Require.MAX_TEXT_LENGTH);
        return new DvrVerdict(false, Optional.of(reason), Optional.empty(), false, Optional.empty());
    }

    /** The same verdict, and what was out of the ordinary. */
    public DvrVerdict withAnomaly(JsonValue details) {
        return new DvrVerdict(valid, reason, reconciled, true, Optional.of(details));
    }
}
