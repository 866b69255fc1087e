package derrick.domain.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** JSON values for tests. */
public final class JsonSamples {
    private JsonSamples() {}

    /** Returns values of each type, with extreme numbers and unusual characters. */
    public static List<JsonValue> everyKind() {
        return List.of(
                JsonValue.NULL,
                JsonValue.of(true),
                JsonValue.of(false),
                JsonValue.of(Long.MIN_VALUE),
                JsonValue.of(-0.0),
                JsonValue.of(Double.MIN_VALUE),
                JsonValue.of(Double.MAX_VALUE),
                new JsonValue.JsonNumber(new BigDecimal("1.10")),
                new JsonValue.JsonNumber(new BigDecimal("1e1000")),
                new JsonValue.JsonNumber(new BigDecimal("0." + "7".repeat(2000))),
                JsonValue.of(""),
                JsonValue.of("𝄞 \"quoted\" \\ back\b\f\n\r\t\u0001\u007f\u2028 é"),
                JsonValue.array(List.of()),
                JsonValue.array(List.of(JsonValue.NULL, JsonValue.of(1), JsonValue.array(List.of(JsonValue.of("x"))))),
                JsonValue.object(Map.of()),
                JsonValue.object(Map.of("", JsonValue.of(1), "𝄞", JsonValue.NULL, "a\"b", JsonValue.of("'"))),
                JsonValue.object(
                        Map.of("bb", JsonValue.of(1), "a", JsonValue.object(Map.of("c", JsonValue.array(List.of()))))));
    }
}
