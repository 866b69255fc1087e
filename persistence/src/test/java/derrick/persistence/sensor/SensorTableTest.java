package derrick.persistence.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigSamples;
import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorSamples;
import derrick.domain.sensor.TimeSource;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.Store;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares the table {@code sensor_data} with the domain. */
class SensorTableTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    /** The table also has the quality of a record, which is not part of the record. */
    @Test
    void theColumnsAreThoseOfARecordAndTheQuality() {
        List<String> columns = Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT column_name
                        FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name = 'sensor_data'
                        ORDER BY ordinal_position
                        """).mapTo(String.class).list());

        assertThat(columns)
                .startsWith(SensorRecordRow.COLUMNS.toArray(String[]::new))
                .endsWith("quality")
                .hasSize(SensorRecordRow.COLUMNS.size() + 1);
    }

    @Test
    void theQualityIsNotComparedWithARecord() {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        SensorRecords records = new JdbiSensorRecords(new Store(jdbi));
        SensorRecord record = SensorSamples.depth(RigSamples.fresh(), SensorSamples.NOON, 1000);
        records.store(List.of(record));

        jdbi.useHandle(handle -> handle.execute("UPDATE sensor_data SET quality = 1"));

        assertThat(records.store(List.of(record))).containsExactly(IngestOutcome.DUPLICATE);
        assertThat(records.findLatest(record.rig())).contains(record);
    }

    @Test
    void theTableAcceptsExactlyTheTimeSources() {
        String check = Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT pg_get_constraintdef(oid)
                        FROM pg_constraint
                        WHERE conrelid = 'sensor_data'::regclass AND conname = 'sensor_data_time_source_check'
                        """).mapTo(String.class).one());

        List<String> taken = Pattern.compile("'([^']*)'")
                .matcher(check)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(TimeSource.values()).map(TimeSource::key).toList());
    }
}
