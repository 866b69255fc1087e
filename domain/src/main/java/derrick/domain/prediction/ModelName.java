package derrick.domain.prediction;

import derrick.domain.field.Require;

/** The name of a model, the same for all its versions: 1 to 100 characters. */
public record ModelName(String value) {
    private static final int MAX_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public ModelName {
        Require.text("model_name", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
