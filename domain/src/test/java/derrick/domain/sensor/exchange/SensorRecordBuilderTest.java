package derrick.domain.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SensorRecordBuilderTest {
    private final RowLog log = new RowLog();
    private final SensorRecordBuilder builder = new SensorRecordBuilder(7, Optional.empty());

    @Test
    void aRowWithAllThatARecordNeedsBecomesOne() {
        builder.status("tripping");
        builder.reading(Channel.HOOK_LOAD, 95.25);
        builder.time("2026-03-01T13:30:00+01:30");
        builder.rig("F-9A");
        builder.finish(log);

        assertThat(log.rejects()).isEmpty();
        assertThat(log.records())
                .containsExactly(new SensorRecord(
                        new RigId("F-9A"),
                        Instant.parse("2026-03-01T12:00:00Z"),
                        TimeSource.MEASURED,
                        Readings.of(Map.of(Channel.HOOK_LOAD, 95.25)),
                        new SensorStatus("tripping")));
    }

    @Test
    void theFirstThingThatIsWrongIsTheReason() {
        builder.rig("F 9A");
        builder.time("yesterday");
        builder.finish(log);

        assertThat(log.records()).isEmpty();
        assertThat(log.rejects())
                .containsExactly(new Reject(7, "rig_id", "must be 1 to 50 letters, digits, '.', '-' or '_'"));
    }

    @Test
    void whatIsMissingIsNamed() {
        builder.rig("F-9A");
        builder.reading(Channel.WOB, 1);
        builder.finish(log);

        assertThat(log.rejects()).containsExactly(new Reject(7, "timestamp", "is missing"));
    }

    @Test
    void aRowOfGapsIsRejectedForThat() {
        builder.rig("F-9A");
        builder.time("2026-03-01T12:00:00Z");
        builder.finish(log);

        assertThat(log.rejects()).containsExactly(new Reject(7, "channels", "no channel has a value"));
    }

    @Test
    void aTimeWithoutItsOffsetIsRejected() {
        builder.rig("F-9A");
        builder.reading(Channel.WOB, 1);
        builder.time("2026-03-01T12:00:00");
        builder.finish(log);

        assertThat(log.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.field()).isEqualTo("timestamp");
            assertThat(reject.reason()).contains("has no offset");
        });
    }

    @Test
    void aDerivedTimeIsMarked() {
        builder.rig("F-9A");
        builder.reading(Channel.DEPTH, 1206.1);
        builder.derivedTime(Instant.parse("2026-03-01T12:00:00Z"));
        builder.finish(log);

        assertThat(log.records()).extracting(SensorRecord::timeSource).containsExactly(TimeSource.DERIVED);
    }

    @Test
    void aRowIsItsDocumentsRigUnlessItNamesAnother() {
        SensorRecordBuilder silent = new SensorRecordBuilder(1, Optional.of(new RigId("F-9A")));
        silent.time("2026-03-01T12:00:00Z");
        silent.reading(Channel.WOB, 1);
        SensorRecordBuilder another = new SensorRecordBuilder(2, Optional.of(new RigId("F-9A")));
        another.rig("F-15C");
        another.time("2026-03-01T12:00:00Z");
        another.reading(Channel.WOB, 1);

        silent.finish(log);
        another.finish(log);

        assertThat(log.records()).extracting(record -> record.rig().value()).containsExactly("F-9A");
        assertThat(log.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(2);
            assertThat(reject.reason()).contains("F-15C", "F-9A");
        });
    }
}
