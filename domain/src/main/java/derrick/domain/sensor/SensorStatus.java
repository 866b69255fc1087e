package derrick.domain.sensor;

import java.util.regex.Pattern;

/** The status that a rig sends with its readings, 1 to 20 printable characters; by default {@code normal}. */
public record SensorStatus(String value) {
    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,20}");

    public static final SensorStatus NORMAL = new SensorStatus("normal");

    /** @throws IllegalArgumentException if the text has another form; the message says what is valid */
    public SensorStatus {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 1 to 20 printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
