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
public sealed interface JsonValue {
    JsonValue NOTHING = new Nothing();

    static JsonValue of(String value) {
        return new Text(value);
    }

    static JsonValue of(boolean value) {
        return new Truth(value);
    }

    static JsonValue of(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /** @throws InvalidField if it is not finite */
    static JsonValue of(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidField("number", "must be finite");
        }
        return new Decimal(BigDecimal.valueOf(value));
    }

    static JsonValue array(List<JsonValue> items) {
        return new Array(items);
    }

    static JsonValue members(Map<String, JsonValue> members) {
        return new Members(new TreeMap<>(members));
    }

    /** {@code null}. */
    record Nothing() implements JsonValue {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements JsonValue {}

    /** A number, written without an exponent. */
    record Decimal(BigDecimal value) implements JsonValue {
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
    record Text(String value) implements JsonValue {
        /** @throws InvalidField if it holds what no table keeps: a NUL or half a character */
        public Text {
            Require.textOrNothing("text", value, Integer.MAX_VALUE);
        }
    }

    /** Values in an order. */
    record Array(List<JsonValue> items) implements JsonValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** Values by name. */
    record Members(SortedMap<String, JsonValue> values) implements JsonValue {
        /** @throws InvalidField if a name holds what no table keeps: a NUL or half a character */
        public Members {
            values.keySet().forEach(name -> Require.textOrNothing("name", name, Integer.MAX_VALUE));
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }
}
