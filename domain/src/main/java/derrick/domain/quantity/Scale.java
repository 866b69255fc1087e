package derrick.domain.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a unit's numbers relate to its dimension's base: {@code base = (value - zero) * numerator / denominator},
 * exactly.
 */
record Scale(BigDecimal numerator, BigDecimal denominator, BigDecimal zero) {
    static final Scale BASE = times("1");

    /** To more digits than a double can tell apart. */
    static final String PI = "3.14159265358979323846264338327950288";

    static Scale times(String size) {
        return ratio(size, "1");
    }

    static Scale ratio(String numerator, String denominator) {
        return new Scale(new BigDecimal(numerator), new BigDecimal(denominator), BigDecimal.ZERO);
    }

    Scale from(String zero) {
        return new Scale(numerator, denominator, new BigDecimal(zero));
    }

    /** The way from this scale to another: sizes are divided before anything is rounded. */
    Conversion to(Scale other) {
        BigDecimal up = numerator.multiply(other.denominator);
        BigDecimal down = denominator.multiply(other.numerator);
        boolean grows = up.compareTo(down) >= 0;
        double factor = (grows ? up.divide(down, MathContext.DECIMAL128) : down.divide(up, MathContext.DECIMAL128))
                .doubleValue();
        return new Conversion(zero.doubleValue(), grows ? factor : 1, grows ? 1 : factor, other.zero.doubleValue());
    }
}
