package derrick.domain.document;

import derrick.domain.field.InvalidField;
import derrick.domain.field.Require;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value. Two are equal when they say the same: the order of members does not count, and of a number every digit
 * does, trailing zeroes included.
 */
public sealed interface Json {
    Json NOTHING = new Nothing();

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(boolean value) {
        return new Truth(value);
    }

    static Json of(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /** @throws InvalidField if it is not finite */
    static Json of(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidField("number", "must be finite");
        }
        return new Decimal(BigDecimal.valueOf(value));
    }

    static Json array(List<Json> items) {
        return new Array(items);
    }

    static Json members(Map<String, Json> members) {
        return new Members(new TreeMap<>(members));
    }

    /** {@code null}. */
    record Nothing() implements Json {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Json {}

    /** A number, written without an exponent. */
    record Decimal(BigDecimal value) implements Json {
        private static final int MOST_DIGITS_BEFORE_POINT = 131_072;
        private static final int MOST_DIGITS_AFTER_POINT = 16_383;

        /** @throws InvalidField if it has more digits than a table keeps */
        public Decimal {
            Require.that(
                    (long) value.precision() - value.scale() <= MOST_DIGITS_BEFORE_POINT
                            && value.scale() <= MOST_DIGITS_AFTER_POINT,
                    "number",
                    "must have at most %d digits before the point and %d after it"
                            .formatted(MOST_DIGITS_BEFORE_POINT, MOST_DIGITS_AFTER_POINT));
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /** A text. */
    record Text(String value) implements Json {
        /** @throws InvalidField if it holds what no table keeps: a NUL or half a character */
        public Text {
            Require.textOrNothing("text", value, Integer.MAX_VALUE);
        }
    }

    /** Values in an order. */
    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** Values by name. */
    record Members(SortedMap<String, Json> values) implements Json {
        /** @throws InvalidField if a name holds what no table keeps: a NUL or half a character */
        public Members {
            values.keySet().forEach(name -> Require.textOrNothing("name", name, Integer.MAX_VALUE));
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }
}
