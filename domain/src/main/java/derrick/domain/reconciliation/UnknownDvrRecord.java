package derrick.domain.reconciliation;

/** A number that no record of the history has. */
public final class UnknownDvrRecord extends RuntimeException {
    public UnknownDvrRecord(DvrRecordId id) {
        super("there is no DVR record %s".formatted(id));
    }
}
