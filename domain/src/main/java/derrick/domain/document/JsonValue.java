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
 * A JSON value. The order of an object's members is not significant. The trailing zeroes of a number are: 1.0 does not
 * equal 1.00.
 */
public sealed interface JsonValue {
    JsonValue NULL = new JsonNull();

    static JsonValue of(String value) {
        return new JsonString(value);
    }

    static JsonValue of(boolean value) {
        return new JsonBoolean(value);
    }

    static JsonValue of(long value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    /** @throws InvalidField if the number is not finite */
    static JsonValue of(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidField("number", "must be finite");
        }
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    static JsonValue array(List<JsonValue> items) {
        return new JsonArray(items);
    }

    static JsonValue object(Map<String, JsonValue> members) {
        return new JsonObject(new TreeMap<>(members));
    }

    /** {@code null}. */
    record JsonNull() implements JsonValue {}

    /** {@code true} or {@code false}. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** A number, written without an exponent. */
    record JsonNumber(BigDecimal value) implements JsonValue {
        private static final int MAX_DIGITS_BEFORE_POINT = 131_072;
        private static final int MAX_DIGITS_AFTER_POINT = 16_383;

        /** @throws InvalidField if it has more digits than PostgreSQL can store */
        public JsonNumber {
            Require.that(
                    (long) value.precision() - value.scale() <= MAX_DIGITS_BEFORE_POINT
                            && value.scale() <= MAX_DIGITS_AFTER_POINT,
                    "number",
                    "must have at most %d digits before the point and %d after it"
                            .formatted(MAX_DIGITS_BEFORE_POINT, MAX_DIGITS_AFTER_POINT));
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /** A string. */
    record JsonString(String value) implements JsonValue {
        /** @throws InvalidField if it contains NUL or an unpaired surrogate */
        public JsonString {
            Require.textOrEmpty("text", value, Integer.MAX_VALUE);
        }
    }

    /** An array of values. */
    record JsonArray(List<JsonValue> items) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    /** An object: values by name. */
    record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {
        /** @throws InvalidField if a name contains NUL or an unpaired surrogate */
        public JsonObject {
            members.keySet().forEach(name -> Require.textOrEmpty("name", name, Integer.MAX_VALUE));
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }
}
