package derrick.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SensorRecordTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Readings READINGS = Readings.of(Map.of(Channel.WOB, 12.5));

    @Test
    void aRecordNeedsAValue() {
        assertThatThrownBy(() -> SensorRecord.measured(RIG, NOON, Readings.of(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must have a value in at least one channel");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00.0000001Z, must not be finer than a microsecond",
        "1979-12-31T23:59:59.999999Z, must lie between 1980 and 2200",
        "2200-01-01T00:00:00Z, must lie between 1980 and 2200",
    })
    void invalidTimesAreRefused(Instant time, String reason) {
        assertThatThrownBy(() -> SensorRecord.measured(RIG, time, READINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1980-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z", "2026-03-01T12:00:00.000001Z"})
    void theEarliestAndLatestTimesAreValid(Instant time) {
        assertThat(SensorRecord.measured(RIG, time, READINGS).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a status beyond twenty", "tab\tin it", "\ud834"})
    void invalidStatusesAreRefused(String status) {
        assertThatThrownBy(() -> new SensorStatus(status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be 1 to 20 printable characters");
    }

    @Test
    void aSupplementaryCharacterCountsAsOne() {
        assertThat(new SensorStatus("𝄞".repeat(20)).value()).hasSize(40);
    }

    @Test
    void aTimeRangeCannotEndBeforeItStarts() {
        assertThatThrownBy(() -> new TimeRange(RIG, NOON, NOON.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not end");
        assertThat(new TimeRange(RIG, NOON, NOON).from()).isEqualTo(NOON);
    }

    @Test
    void everyChannelIsFoundByItsName() {
        assertThat(Channel.ALL)
                .allSatisfy(channel -> assertThat(Channel.named(channel.key())).contains(channel));
        assertThat(Channel.named("WOB")).isEmpty();
        assertThat(Channel.named("bit_depth")).contains(Channel.BIT_DEPTH);
    }
}
