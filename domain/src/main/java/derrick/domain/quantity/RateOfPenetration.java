package derrick.domain.quantity;

/** The rate of penetration, in metres an hour: at least 0. */
public record RateOfPenetration(double metresPerHour) {
    /** @throws IllegalArgumentException if it is negative or not finite; the message says what is valid */
    public RateOfPenetration {
        FiniteNumber.requireAtLeast(0, metresPerHour, "metres an hour");
    }
}
