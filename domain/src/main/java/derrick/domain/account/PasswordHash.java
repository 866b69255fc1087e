package derrick.domain.account;

import derrick.domain.field.Require;

/** What is kept of a password, with its salt: enough to recognise it and too little to find it. Never shown. */
public record PasswordHash(String value) {
    private static final int LONGEST = 255;

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public PasswordHash {
        Require.text("hashed_password", value, LONGEST);
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
