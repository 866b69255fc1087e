package derrick.domain.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequireTest {
    @Test
    void aSupplementaryCharacterCountsAsOne() {
        assertThat(Require.text("notes", "𝄞".repeat(5), 5)).hasSize(10);
        assertThatThrownBy(() -> Require.text("notes", "𝄞".repeat(6), 5))
                .isInstanceOf(InvalidField.class)
                .hasMessage("notes must be at most 5 characters");
    }

    @Test
    void aRequiredTextIsNotEmpty() {
        assertThatThrownBy(() -> Require.text("notes", "", 5))
                .isInstanceOf(InvalidField.class)
                .hasMessage("notes must be 1 to 5 characters");
        assertThat(Require.textOrEmpty("notes", "", 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\ud834", "\udd1e\ud834"})
    void nulAndUnpairedSurrogatesAreRefused(String text) {
        assertThatThrownBy(() -> Require.text("notes", text, 5))
                .isInstanceOf(InvalidField.class)
                .hasMessage("notes must not contain NUL or an unpaired surrogate");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00.000000001Z, created_at must not be finer than a microsecond",
        "0000-12-31T23:59:59.999999Z, created_at must lie in the years 1 to 9999",
        "+10000-01-01T00:00:00Z, created_at must lie in the years 1 to 9999",
    })
    void invalidTimesAreRefused(Instant time, String message) {
        assertThatThrownBy(() -> Require.time("created_at", time))
                .isInstanceOf(InvalidField.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void theEarliestAndLatestTimesAreValid(Instant time) {
        assertThat(Require.time("created_at", time)).isEqualTo(time);
    }

    @Test
    void anInvalidFieldHasItsNameAndReason() {
        InvalidField invalid = new InvalidField("created_at", "must be a time");

        assertThat(invalid.field()).isEqualTo("created_at");
        assertThat(invalid.reason()).isEqualTo("must be a time");
    }
}
