package derrick.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.field.InvalidField;
import derrick.domain.testing.EverySubtype;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @Test
    void thereIsASampleOfEveryKind() {
        EverySubtype.isAmong(JsonSamples.everyKind(), Json.class);
    }

    @Test
    void theOrderOfMembersDoesNotCount() {
        assertThat(Json.members(Map.of("a", Json.of(1), "b", Json.of(2))))
                .isEqualTo(Json.members(Map.of("b", Json.of(2), "a", Json.of(1))));
    }

    @Test
    void anExponentIsWrittenOut() {
        assertThat(new Json.Decimal(new BigDecimal("12e3")).value()).hasToString("12000");
        assertThat(new Json.Decimal(new BigDecimal("12e-3")).value()).hasToString("0.012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e131072", "1e2147483647", "1e-16384", "1e-2147483647"})
    void aNumberThatNoTableKeepsIsRefused(BigDecimal number) {
        assertThatThrownBy(() -> new Json.Decimal(number))
                .isInstanceOf(InvalidField.class)
                .hasMessage("number must have at most 131072 digits before the point and 16383 after it");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Json.of(Double.NaN))
                .isInstanceOf(InvalidField.class)
                .hasMessage("number must be finite");
    }

    @Test
    void noTextHoldsHalfACharacter() {
        assertThatThrownBy(() -> Json.of("\ud834"))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("text must");
        assertThatThrownBy(() -> Json.members(Map.of("\u0000", Json.NOTHING)))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("name must");
    }

    @Test
    void aDocumentDoesNotChangeWithWhatItWasMadeOf() {
        List<Json> items = new ArrayList<>(List.of(Json.of(1)));
        Json document = Json.array(items);

        items.add(Json.of(2));

        assertThat(document).isEqualTo(Json.array(List.of(Json.of(1))));
    }
}
