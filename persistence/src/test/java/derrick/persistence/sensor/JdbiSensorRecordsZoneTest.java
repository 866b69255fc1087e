package derrick.persistence.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorSamples;
import derrick.domain.sensor.TimeRange;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores and reads times with different zones of the JVM, which the driver makes the session's zone. */
class JdbiSensorRecordsZoneTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final TimeZone usual = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Oslo", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"})
    void timesAreTheSameInEveryZone(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        SensorRecords records = new JdbiSensorRecords(new Store(Jdbi.create(database.dataSource())));
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> aroundTheChangesOfClocks = Stream.of(
                        "1980-01-01T00:00:00Z",
                        "2011-12-30T09:59:59.999999Z",
                        "2025-10-26T00:30:00Z",
                        "2025-10-26T01:30:00Z",
                        "2025-11-02T04:30:00Z",
                        "2025-11-02T05:30:00Z",
                        "2026-03-29T01:00:00.000001Z")
                .map(time -> SensorSamples.depth(rig, Instant.parse(time), 1))
                .toList();
        records.store(aroundTheChangesOfClocks);

        assertThat(records.list(TimeRange.whole(rig), 100)).isEqualTo(aroundTheChangesOfClocks);
        for (SensorRecord record : aroundTheChangesOfClocks) {
            TimeRange microsecond =
                    new TimeRange(rig, record.time(), record.time().plusNanos(1000));
            assertThat(records.list(microsecond, 100)).containsExactly(record);
        }
    }
}
