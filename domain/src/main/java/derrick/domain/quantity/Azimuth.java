package derrick.domain.quantity;

/** The azimuth of a hole, in degrees clockwise from north: at least 0, less than 360. */
public record Azimuth(double degrees) {
    public static final Azimuth NORTH = new Azimuth(0);

    private static final double FULL_CIRCLE = 360;

    /** @throws IllegalArgumentException if it is out of range; the message says what is valid */
    public Azimuth {
        if (!(degrees >= 0 && degrees < FULL_CIRCLE)) {
            throw new IllegalArgumentException("must be at least 0 and less than 360 degrees, not " + degrees);
        }
    }

    /** Returns the azimuth of any angle, reduced to the range. */
    public static Azimuth ofAngle(double degrees) {
        double remainder = FiniteNumber.require(degrees) % FULL_CIRCLE;
        double positive = remainder < 0 ? remainder + FULL_CIRCLE : remainder;
        return new Azimuth(positive == FULL_CIRCLE ? 0 : positive);
    }

    public double radians() {
        return Math.toRadians(degrees);
    }
}
