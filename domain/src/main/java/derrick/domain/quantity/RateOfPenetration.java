package derrick.domain.quantity;

/** How fast a hole gets deeper, in metres an hour: at least 0. */
public record RateOfPenetration(double metresPerHour) {
    /** @throws IllegalArgumentException if it is negative or not finite; the message says what is right */
    public RateOfPenetration {
        FiniteNumber.requireAtLeast(0, metresPerHour, "metres an hour");
    }
}
