package derrick.domain.change;

import java.util.Locale;

/** The names of the stages of a change request. */
public enum ChangeStatus {
    PENDING,
    APPROVED,
    REJECTED,
    CANCELLED,
    EXPIRED,
    APPLIED,
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
