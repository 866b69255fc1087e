package derrick.domain.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Documents for tests. */
public final class JsonSamples {
    private JsonSamples() {}

    /** A document of every kind, with whatever is hard to keep. */
    public static List<Json> everyKind() {
        return List.of(
                Json.NOTHING,
                Json.of(true),
                Json.of(false),
                Json.of(Long.MIN_VALUE),
                Json.of(-0.0),
                Json.of(Double.MIN_VALUE),
                Json.of(Double.MAX_VALUE),
                new Json.Decimal(new BigDecimal("1.10")),
                new Json.Decimal(new BigDecimal("1e1000")),
                new Json.Decimal(new BigDecimal("0." + "7".repeat(2000))),
                Json.of(""),
                Json.of("𝄞 \"quoted\" \\ back\b\f\n\r\t\u0001\u007f\u2028 é"),
                Json.array(List.of()),
                Json.array(List.of(Json.NOTHING, Json.of(1), Json.array(List.of(Json.of("x"))))),
                Json.members(Map.of()),
                Json.members(Map.of("", Json.of(1), "𝄞", Json.NOTHING, "a\"b", Json.of("'"))),
                Json.members(Map.of("bb", Json.of(1), "a", Json.members(Map.of("c", Json.array(List.of()))))));
    }
}
