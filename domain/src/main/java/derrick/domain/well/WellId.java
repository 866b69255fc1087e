package derrick.domain.well;

import derrick.domain.field.Require;

/** The name of a well, as its operator writes it: 1 to 50 characters. */
public record WellId(String value) {
    private static final int MAX_LENGTH = 50;

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public WellId {
        Require.text("well_id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
