package derrick.domain.sensor;

import java.util.regex.Pattern;

/** The word a rig sends beside its readings, 1 to 20 printable characters: {@code normal} where it sends none. */
public record SensorStatus(String value) {
    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,20}");

    public static final SensorStatus NORMAL = new SensorStatus("normal");

    /** @throws IllegalArgumentException if the word has another form; the message says which is right */
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
