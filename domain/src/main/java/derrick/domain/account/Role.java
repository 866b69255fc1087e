package derrick.domain.account;

import java.util.Locale;

/** The role of a user; it decides what the user may do. */
public enum Role {
    ADMIN,
    ENGINEER,
    OPERATOR,
    DATA_SCIENTIST,
    MAINTENANCE,
    VIEWER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
