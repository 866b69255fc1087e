package derrick.domain.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * How a unit's numbers relate to its dimension's base: {@code base = (value - zero) * numerator / denominator},
 * exactly.
 */
record UnitScale(BigDecimal numerator, BigDecimal denominator, BigDecimal zero) {
    static final UnitScale BASE = times("1");

    /** To more digits than a double can tell apart. */
    static final String PI = "3.14159265358979323846264338327950288";

    /** Whole numbers of so many bits are doubles. */
    private static final int DOUBLE_BITS = 53;

    static UnitScale times(String size) {
        return ratio(size, "1");
    }

    static UnitScale ratio(String numerator, String denominator) {
        return new UnitScale(new BigDecimal(numerator), new BigDecimal(denominator), BigDecimal.ZERO);
    }

    UnitScale from(String zero) {
        return new UnitScale(numerator, denominator, new BigDecimal(zero));
    }

    /** The definition as a person writes it, of a number {@code x}. */
    String formula() {
        String factors = (numerator.compareTo(BigDecimal.ONE) == 0 ? "" : " * " + written(numerator))
                + (denominator.compareTo(BigDecimal.ONE) == 0 ? "" : " / " + written(denominator));
        if (zero.signum() == 0) {
            return "x" + factors;
        }
        String difference = "x - " + zero.toPlainString();
        return factors.isEmpty() ? difference : "(" + difference + ")" + factors;
    }

    private static String written(BigDecimal number) {
        return number.toPlainString().equals(PI) ? "pi" : number.toPlainString();
    }

    /**
     * The way from this scale to another: a fraction of whole numbers where doubles hold them exactly, so that a number
     * is rounded by the division alone.
     */
    Conversion to(UnitScale other) {
        BigDecimal up = numerator.multiply(other.denominator);
        BigDecimal down = denominator.multiply(other.numerator);
        int places = Math.max(Math.max(up.scale(), down.scale()), 0);
        BigInteger times = up.movePointRight(places).toBigIntegerExact();
        BigInteger parts = down.movePointRight(places).toBigIntegerExact();
        BigInteger common = times.gcd(parts);
        times = times.divide(common);
        parts = parts.divide(common);
        boolean exact = times.bitLength() <= DOUBLE_BITS && parts.bitLength() <= DOUBLE_BITS;
        double multiplier = exact
                ? times.doubleValue()
                : up.divide(down, MathContext.DECIMAL128).doubleValue();
        return new Conversion(
                zero.doubleValue(), multiplier, exact ? parts.doubleValue() : 1, other.zero.doubleValue());
    }
}
