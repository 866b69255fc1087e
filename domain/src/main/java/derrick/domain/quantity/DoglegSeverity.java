package derrick.domain.quantity;

/** How sharply a hole bends, whichever way, in degrees over 30 metres of hole. */
public record DoglegSeverity(double degreesPer30Metres) {
    public static final DoglegSeverity STRAIGHT = new DoglegSeverity(0);

    private static final double METRES = 30;

    /** @throws IllegalArgumentException if it is no severity; the message says what is right */
    public DoglegSeverity {
        FiniteNumber.requireAtLeast(0, degreesPer30Metres, "degrees over 30 m");
    }

    /** The severity of a bend by an angle over a length of hole. */
    public static DoglegSeverity of(double degrees, double metres) {
        return new DoglegSeverity(degrees * METRES / metres);
    }

    /** The angle that so sharp a bend comes to over a length of hole, in degrees. */
    public double degreesOver(double metres) {
        return degreesPer30Metres * metres / METRES;
    }

    /** The length of hole that so sharp a bend takes for an angle, in metres; without end where there is no bend. */
    public double metresFor(double degrees) {
        return METRES * degrees / degreesPer30Metres;
    }
}
