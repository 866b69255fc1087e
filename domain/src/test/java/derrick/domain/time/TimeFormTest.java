package derrick.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeFormTest {
    private static final Optional<ZoneId> UTC = Optional.of(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2009-07-03T18:04:32Z | y/M/d | 2009-07-03T18:04:32Z",
                "2009-7-3 18:04:32 | y/M/d | 2009-07-03T18:04:32Z",
                "2009/07/03 18:04 | y/M/d | 2009-07-03T18:04:00Z",
                "2009.07.03 8:04:32 | y/M/d | 2009-07-03T08:04:32Z",
                "20090703T180432Z | y/M/d | 2009-07-03T18:04:32Z",
                "20090703180432 | y/M/d | 2009-07-03T18:04:32Z",
                "2009-07-03 18:04:32,250 | y/M/d | 2009-07-03T18:04:32.250Z",
                "2009-07-03T18:04:32+0000 | y/M/d | 2009-07-03T18:04:32Z",
                "2009-07-03 18:04:32 +0330 | y/M/d | 2009-07-03T14:34:32Z",
                "2009-07-03 18:04:32 UTC | y/M/d | 2009-07-03T18:04:32Z",
                "2009-07-03 18:04:32 GMT | y/M/d | 2009-07-03T18:04:32Z",
                "2009-07-03 18:04:32 UTC+2 | y/M/d | 2009-07-03T16:04:32Z",
                "3/7/2009 6:04:32 PM | d/M/y | 2009-07-03T18:04:32Z",
                "3/7/2009 12:04:32 a.m. | M/d/y | 2009-03-07T00:04:32Z",
                "03.07.2009 18:04:32 | d/M/y | 2009-07-03T18:04:32Z",
                "03-Jul-2009 18:04:32 | d/M/y | 2009-07-03T18:04:32Z",
                "3 juli 09 18:04:32 | d/M/y | 2009-07-03T18:04:32Z",
                "Jul 3, 2009 18:04:32 | M/d/y | 2009-07-03T18:04:32Z",
                "03/07/98 18:04 | d/M/y | 1998-07-03T18:04:00Z",
                "1246644272 | epoch-s | 2009-07-03T18:04:32Z",
                "1246644272.5 | epoch-s | 2009-07-03T18:04:32.500Z",
                "1246644272123 | epoch-ms | 2009-07-03T18:04:32.123Z",
                "1246644272123456 | epoch-us | 2009-07-03T18:04:32.123456Z",
                "39997.7531481481 | excel | 2009-07-03T18:04:32Z",
                "39997.75315 | excel | 2009-07-03T18:04:32Z"
            })
    void timesAreReadInEachFormat(String text, String form, String instant) {
        assertThat(TimeForm.named(form).instant(text, UTC)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/07/2009 18:04:32 | d/M/y M/d/y",
                "13/07/2009 18:04:32 | d/M/y",
                "07/13/2009 18:04:32 | M/d/y",
                "03/07/09 18:04:32 | y/M/d d/M/y M/d/y",
                "03.07.2009 18:04:32 | d/M/y",
                "2009-07-03 18:04:32 | y/M/d",
                "2009-13-03 18:04:32 | ''",
                "2009-02-30 18:04:32 | ''",
                "2009-07-03 25:04:32 | ''",
                "2009-07-03 18:04:32 PM | ''",
                "1246644272 | epoch-s",
                "1246644272123 | epoch-ms",
                "39997.7 | excel",
                "12 | ''",
                "1979-12-31 18:04:32 | ''",
                "yesterday | ''"
            })
    void onlyMatchingFormatsReadATime(String text, String forms) {
        List<String> reading = TimeForm.known().stream()
                .filter(form -> reads(form, text))
                .map(TimeForm::key)
                .toList();

        assertThat(String.join(" ", reading)).isEqualTo(forms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd.MM.yyyy HH:mm:ss | 03.07.2009 18:04:32",
                "YYYY/MM/DD HH:MM:SS | 2009/07/03 18:04:32",
                "HH:mm:ss d-M-y | 18:04:32 3-7-2009",
                "d MMM yyyy h:mm:ss a | 3 jul 2009 6:04:32 pm"
            })
    void aFormatMayBeAPattern(String pattern, String text) {
        assertThat(TimeForm.named(pattern).instant(text, UTC)).isEqualTo("2009-07-03T18:04:32Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "HH:mm:ss", "yyyy-MM-dd"})
    void aPatternNeedsADateAndATimeOfDay(String word) {
        assertThatThrownBy(() -> TimeForm.named(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d/M/y");
    }

    @Test
    void aTimeOfDayIsReadWithoutADate() {
        assertThat(CalendarOrder.findClock("6:04:32 PM").flatMap(ParsedTime::clock))
                .contains(LocalTime.of(18, 4, 32));
        assertThat(CalendarOrder.findClock("180432").flatMap(ParsedTime::clock)).contains(LocalTime.of(18, 4, 32));
        assertThat(CalendarOrder.findClock("1804")).isEmpty();
        assertThat(CalendarOrder.findClock("2009-07-03")).isEmpty();
    }

    private static boolean reads(TimeForm form, String text) {
        try {
            form.read(text);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
