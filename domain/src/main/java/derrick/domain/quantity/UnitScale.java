package derrick.domain.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The exact relation of a unit to the base unit of its dimension: {@code base = (value - zero) * numerator /
 * denominator}.
 */
record UnitScale(BigDecimal numerator, BigDecimal denominator, BigDecimal zero) {
    static final UnitScale BASE = times("1");

    /** Pi, to more digits than a double has. */
    static final String PI = "3.14159265358979323846264338327950288";

    /** Integers of up to so many bits are exact as doubles. */
    private static final int DOUBLE_BITS = 53;

    static UnitScale times(String factor) {
        return ratio(factor, "1");
    }

    static UnitScale ratio(String numerator, String denominator) {
        return new UnitScale(new BigDecimal(numerator), new BigDecimal(denominator), BigDecimal.ZERO);
    }

    UnitScale from(String zero) {
        return new UnitScale(numerator, denominator, new BigDecimal(zero));
    }

    /** Returns the formula for a number {@code x}. */
    String formula() {
        String factors = (numerator.compareTo(BigDecimal.ONE) == 0 ? "" : " * " + symbol(numerator))
                + (denominator.compareTo(BigDecimal.ONE) == 0 ? "" : " / " + symbol(denominator));
        if (zero.signum() == 0) {
            return "x" + factors;
        }
        String difference = "x - " + zero.toPlainString();
        return factors.isEmpty() ? difference : "(" + difference + ")" + factors;
    }

    private static String symbol(BigDecimal number) {
        return number.toPlainString().equals(PI) ? "pi" : number.toPlainString();
    }

    /**
     * Returns the conversion to another scale. Multiplier and divisor are integers if doubles hold them exactly, so
     * that only the division rounds.
     */
    Conversion to(UnitScale other) {
        BigDecimal dividend = numerator.multiply(other.denominator);
        BigDecimal divisor = denominator.multiply(other.numerator);
        int places = Math.max(Math.max(dividend.scale(), divisor.scale()), 0);
        BigInteger wholeDividend = dividend.movePointRight(places).toBigIntegerExact();
        BigInteger wholeDivisor = divisor.movePointRight(places).toBigIntegerExact();
        BigInteger common = wholeDividend.gcd(wholeDivisor);
        wholeDividend = wholeDividend.divide(common);
        wholeDivisor = wholeDivisor.divide(common);
        boolean exact = wholeDividend.bitLength() <= DOUBLE_BITS && wholeDivisor.bitLength() <= DOUBLE_BITS;
        double multiplier = exact
                ? wholeDividend.doubleValue()
                : dividend.divide(divisor, MathContext.DECIMAL128).doubleValue();
        return new Conversion(
                zero.doubleValue(), multiplier, exact ? wholeDivisor.doubleValue() : 1, other.zero.doubleValue());
    }
}
