package derrick.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.field.InvalidField;
import derrick.domain.testing.SealedSubtypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValueTest {
    @Test
    void thereIsASampleOfEachType() {
        SealedSubtypes.assertAllPresent(JsonSamples.everyKind(), JsonValue.class);
    }

    @Test
    void theOrderOfMembersIsNotSignificant() {
        assertThat(JsonValue.object(Map.of("a", JsonValue.of(1), "b", JsonValue.of(2))))
                .isEqualTo(JsonValue.object(Map.of("b", JsonValue.of(2), "a", JsonValue.of(1))));
    }

    @Test
    void numbersHaveNoExponent() {
        assertThat(new JsonValue.JsonNumber(new BigDecimal("12e3")).value()).hasToString("12000");
        assertThat(new JsonValue.JsonNumber(new BigDecimal("12e-3")).value()).hasToString("0.012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e131072", "1e2147483647", "1e-16384", "1e-2147483647"})
    void numbersWithTooManyDigitsAreRefused(BigDecimal number) {
        assertThatThrownBy(() -> new JsonValue.JsonNumber(number))
                .isInstanceOf(InvalidField.class)
                .hasMessage("number must have at most 131072 digits before the point and 16383 after it");
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> JsonValue.of(Double.NaN))
                .isInstanceOf(InvalidField.class)
                .hasMessage("number must be finite");
    }

    @Test
    void nulAndUnpairedSurrogatesAreRefused() {
        assertThatThrownBy(() -> JsonValue.of("\ud834"))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("text must");
        assertThatThrownBy(() -> JsonValue.object(Map.of("\u0000", JsonValue.NULL)))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("name must");
    }

    @Test
    void aValueDoesNotChangeWithTheListItWasMadeFrom() {
        List<JsonValue> items = new ArrayList<>(List.of(JsonValue.of(1)));
        JsonValue document = JsonValue.array(items);

        items.add(JsonValue.of(2));

        assertThat(document).isEqualTo(JsonValue.array(List.of(JsonValue.of(1))));
    }
}
