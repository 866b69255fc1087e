package derrick.domain.quantity;

/** Which way a hole goes, in degrees clockwise from north: at least 0, less than 360. */
public record Azimuth(double degrees) {
    public static final Azimuth NORTH = new Azimuth(0);

    private static final double FULL_CIRCLE = 360;

    /** @throws IllegalArgumentException if it is not within the circle; the message says what is right */
    public Azimuth {
        if (!(degrees >= 0 && degrees < FULL_CIRCLE)) {
            throw new IllegalArgumentException("must be at least 0 and less than 360 degrees, not " + degrees);
        }
    }

    /** The azimuth of an angle that may have gone round, either way. */
    public static Azimuth ofAngle(double degrees) {
        double rest = FiniteNumber.require(degrees) % FULL_CIRCLE;
        double positive = rest < 0 ? rest + FULL_CIRCLE : rest;
        return new Azimuth(positive == FULL_CIRCLE ? 0 : positive);
    }

    public double radians() {
        return Math.toRadians(degrees);
    }
}
