package derrick.domain.reconciliation;

import java.util.Locale;

/** How far a record has come. */
public enum DvrStatus {
    /** It was valid and went on. */
    PROCESSED,
    /** It was not valid and went no further. */
    INVALID,
    /** It could not be looked at, since something broke. */
    ERROR,
    /** Somebody has seen to it. */
    ACKNOWLEDGED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
