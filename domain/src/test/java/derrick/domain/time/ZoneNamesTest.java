package derrick.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZoneNamesTest {
    private static final Optional<ZoneId> CHICAGO = Optional.of(ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({
        "UTC, Z",
        "gmt, Z",
        "america/denver, America/Denver",
        "-06:00, -06:00",
        "+0330, +03:30",
        "UTC+3, +03:00",
        "Iran, Iran"
    })
    void aZoneIsARegionOrAnOffset(String name, String zone) {
        assertThat(ZoneNames.parse(name).getId()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "CST, America/Chicago",
        "cet, Europe/Oslo",
        "EST, America/New_York",
        "MET, Europe/Oslo",
        "Houston, America/Chicago",
        "+25:00, America/Chicago"
    })
    void otherZonesAreRefusedWithAnExample(String name, String example) {
        assertThatThrownBy(() -> ZoneNames.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(example)
                .hasMessageContaining("-06:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01 12:00:00 CDT, 2026-07-01T17:00:00Z",
        "2026-01-01 12:00:00 CST, 2026-01-01T18:00:00Z",
        "2026-11-01 01:30:00 CDT, 2026-11-01T06:30:00Z",
        "2026-11-01 01:30:00 CST, 2026-11-01T07:30:00Z"
    })
    void anAbbreviationResolvesAnAmbiguousHour(String text, String instant) {
        assertThat(CalendarOrder.YEAR_FIRST.instant(text, CHICAGO)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01 12:00:00 CST, which is not in use in America/Chicago at that time",
        "2026-07-01 12:00:00 PDT, which is not in use in America/Chicago at that time",
        "2026-11-01 01:30:00, shown twice by the clocks of America/Chicago",
        "2026-03-08 02:30:00, skipped by the clocks of America/Chicago"
    })
    void skippedAndAmbiguousTimesOfAZoneAreRefused(String text, String reason) {
        assertThatThrownBy(() -> CalendarOrder.YEAR_FIRST.instant(text, CHICAGO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
