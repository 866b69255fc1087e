package derrick.domain.change;

import java.util.Locale;

/** The stages of a change request, by name. */
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
