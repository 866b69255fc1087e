package derrick.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "0e9, 0",
        "-0.000, -0.0",
        "12.5, 12.5",
        "+7, 7",
        ".5, 0.5",
        "5., 5",
        "1E-3, 0.001",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "0.1, 0.1",
        "9007199254740993, 9007199254740992",
        "179769313486231570000, 1.7976931348623157e20"
    })
    void aNumberIsParsedToTheNearestDouble(String text, double value) {
        assertThat(Double.doubleToRawLongBits(DecimalText.parse(text))).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "1d", "1f", "0x1p3", "NaN", "Infinity", "1 2", "1e", "--1", "1_000", "١", "e5"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> DecimalText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a number, such as 12.5 or 1e-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,14", "1,000.5"})
    void aCommaIsRefused(String text) {
        assertThatThrownBy(() -> DecimalText.parse(text)).hasMessageContaining("without commas");
    }

    @ParameterizedTest
    @CsvSource({"1e400, too large", "-1e309, too large", "1e-400, too close to zero", "-0.01e-323, too close to zero"})
    void numbersOutOfTheRangeOfDoubleAreRefused(String text, String reason) {
        assertThatThrownBy(() -> DecimalText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
