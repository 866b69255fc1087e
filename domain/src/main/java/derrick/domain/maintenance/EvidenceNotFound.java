package derrick.domain.maintenance;

import derrick.domain.reconciliation.DvrRecordId;

/** An alert was to be raised on a record that there is not. */
public final class EvidenceNotFound extends RuntimeException {
    public EvidenceNotFound(DvrRecordId evidence) {
        super("there is no DVR record %s to raise an alert on".formatted(evidence));
    }
}
