package derrick.domain.quantity;

/** The inclination of a hole from the vertical, in degrees: 0 is vertical, 90 is horizontal, 180 is upwards. */
public record Inclination(double degrees) {
    public static final Inclination VERTICAL = new Inclination(0);

    private static final double UPWARDS = 180;

    /** @throws IllegalArgumentException if it is out of range; the message says what is valid */
    public Inclination {
        FiniteNumber.requireBetween(0, UPWARDS, degrees, "degrees");
    }

    public double radians() {
        return Math.toRadians(degrees);
    }
}
