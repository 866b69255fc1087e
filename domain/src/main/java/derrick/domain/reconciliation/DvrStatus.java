package derrick.domain.reconciliation;

import java.util.Locale;

/** The status of a DVR record. */
public enum DvrStatus {
    /** The record is valid and was passed on. */
    PROCESSED,
    /** The record is invalid and was not passed on. */
    INVALID,
    /** The record could not be validated, because of an error. */
    ERROR,
    /** Somebody has reviewed the record. */
    ACKNOWLEDGED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
