package derrick.domain.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvInjectionEscapeTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "-rig"})
    void whatLooksLikeAFormulaIsWrittenBehindAnApostrophe(String text) {
        assertThat(CsvInjectionEscape.escape(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "a=b", "", " =1", "F-9A"})
    void otherTextIsWrittenAsItIs(String text) {
        assertThat(CsvInjectionEscape.escape(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'=1+1", "''", "'", "'x", "''=", "normal", "", "-", "@"})
    void everyTextIsReadBackAsItWas(String text) {
        assertThat(CsvInjectionEscape.unescape(CsvInjectionEscape.escape(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'tis, 'tis", "=1, =1", "'=1, =1"})
    void textThatNobodyGuardedStaysAsItIs(String written, String read) {
        assertThat(CsvInjectionEscape.unescape(written)).isEqualTo(read);
    }
}
