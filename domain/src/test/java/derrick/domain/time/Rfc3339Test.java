package derrick.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Rfc3339Test {
    private static final Optional<ZoneId> OSLO = Optional.of(ZoneId.of("Europe/Oslo"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01t12:00:00z, 2026-03-01T12:00:00Z",
        "2026-03-01 12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00+00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00-00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00+03:30, 2026-03-01T08:30:00Z",
        "2026-03-01T12:00:00-09:30, 2026-03-01T21:30:00Z",
        "2026-01-01T00:30:00+01:00, 2025-12-31T23:30:00Z",
        "2026-03-01T12:00:00.5Z, 2026-03-01T12:00:00.500Z",
        "2026-03-01T12:00:00.123456Z, 2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00.1234567Z, 2026-03-01T12:00:00.123456700Z",
        "2026-03-01T12:00:00.12345678Z, 2026-03-01T12:00:00.123456780Z",
        "2026-03-01T12:00:00.123456789Z, 2026-03-01T12:00:00.123456789Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "' 2026-03-01T12:00:00Z ', 2026-03-01T12:00:00Z"
    })
    void aTimeWithAnOffsetIsRead(String text, Instant time) {
        assertThat(Rfc3339.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "12:00:00Z",
                "2026-03-01T12:00Z",
                "2026-3-1T12:00:00Z",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T12:00:00.1234567890Z",
                "2026-03-01T12:00:00+0100",
                "2026-03-01T12:00:00+01",
                "2026-03-01T12:00:00 Z",
                "2026-03-01_12:00:00Z",
                "12026-03-01T12:00:00Z",
                "-026-03-01T12:00:00Z",
                "2026-03-01T12:00:00[Europe/Oslo]",
                "1772366400"
            })
    void otherFormatsAreRefused(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be an RFC 3339 time such as 2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-03-00T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:60:00Z",
                "2016-12-31T23:59:60Z",
                "2026-03-01T12:00:00+19:00",
                "2026-03-01T12:00:00+01:60"
            })
    void timesThatDoNotExistAreRefused(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not a time that exists: " + text);
    }

    @Test
    void aTimeWithoutAnOffsetNeedsAZone() {
        assertThatThrownBy(() -> Rfc3339.parse("2026-03-01T12:00:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no offset");
    }

    @Test
    void aTimeWithoutAnOffsetIsReadInTheGivenZone() {
        assertThat(Rfc3339.parse("2026-03-01 12:00:00", OSLO)).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(Rfc3339.parse("2026-07-01 12:00:00", OSLO)).isEqualTo("2026-07-01T10:00:00Z");
    }

    @Test
    void theOffsetTakesPrecedenceOverTheZone() {
        assertThat(Rfc3339.parse("2026-03-01T12:00:00Z", OSLO)).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void aSkippedHourIsRefused() {
        assertThatThrownBy(() -> Rfc3339.parse("2026-03-29T02:30:00", OSLO))
                .hasMessage("is skipped by the clocks of Europe/Oslo; write it with its offset");
    }

    @Test
    void anAmbiguousHourIsRefused() {
        assertThatThrownBy(() -> Rfc3339.parse("2026-10-25T02:30:00", OSLO))
                .hasMessage("is shown twice by the clocks of Europe/Oslo; write it with its offset");
        assertThat(Rfc3339.parse("2026-10-25T02:30:00+02:00", OSLO)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000001Z", "1980-01-01T00:00:00Z"})
    void formattedTimesAreParsedBack(String text) {
        assertThat(Rfc3339.format(Rfc3339.parse(text))).isEqualTo(text);
    }
}
