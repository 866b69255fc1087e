package derrick.domain.quantity;

/** How far a hole leans from straight down, in degrees: 0 is vertical, 90 level, more goes up again. */
public record Inclination(double degrees) {
    public static final Inclination VERTICAL = new Inclination(0);

    private static final double UPWARDS = 180;

    /** @throws IllegalArgumentException if a hole cannot lean so; the message says what is right */
    public Inclination {
        FiniteNumber.requireBetween(0, UPWARDS, degrees, "degrees");
    }

    public double radians() {
        return Math.toRadians(degrees);
    }
}
