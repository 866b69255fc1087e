package derrick.domain.quantity;

/** The dogleg severity or build rate of a hole, in degrees per 30 metres. */
public record DoglegSeverity(double degreesPer30Metres) {
    public static final DoglegSeverity STRAIGHT = new DoglegSeverity(0);

    private static final double METRES = 30;

    /** @throws IllegalArgumentException if it is negative or not finite; the message says what is valid */
    public DoglegSeverity {
        FiniteNumber.requireAtLeast(0, degreesPer30Metres, "degrees over 30 m");
    }

    /** Returns the severity of an angle over a length of hole. */
    public static DoglegSeverity of(double degrees, double metres) {
        return new DoglegSeverity(degrees * METRES / metres);
    }

    /** Returns the angle over a length of hole, in degrees. */
    public double degreesOver(double metres) {
        return degreesPer30Metres * metres / METRES;
    }

    /** Returns the length of hole for an angle, in metres; infinite if the severity is zero. */
    public double metresFor(double degrees) {
        return METRES * degrees / degreesPer30Metres;
    }
}
