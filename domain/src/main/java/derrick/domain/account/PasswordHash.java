package derrick.domain.account;

import derrick.domain.field.Require;

/** A salted password hash. Its {@link #toString()} does not reveal it. */
public record PasswordHash(String value) {
    private static final int MAX_LENGTH = 255;

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public PasswordHash {
        Require.text("hashed_password", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
