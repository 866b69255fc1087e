package derrick.domain.account;

import java.util.Locale;

/** What a user is to the platform, which decides what they may do. */
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
