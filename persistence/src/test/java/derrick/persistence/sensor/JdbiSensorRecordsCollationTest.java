package derrick.persistence.sensor;

import static derrick.domain.sensor.SensorSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorSamples;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads records from a database whose collation sorts as a dictionary does. */
class JdbiSensorRecordsCollationTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @Test
    void rigsHaveTheSameOrderInEveryCollation() {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        jdbi.useHandle(handle ->
                handle.execute("ALTER TABLE sensor_data ALTER COLUMN rig_id TYPE varchar(50) COLLATE \"en-x-icu\""));
        SensorRecords records = new JdbiSensorRecords(new Store(jdbi));
        List<SensorRecord> inOrder = Stream.of("-a", "A-b", "Ab", "B", "_a", "a", "a-c", "aB", "ab")
                .map(name -> SensorSamples.depth(new RigId(name), NOON, 1))
                .toList();

        assertThat(records.store(inOrder)).containsOnly(IngestOutcome.STORED);
        assertThat(records.listLatest(Optional.empty(), 100)).isEqualTo(inOrder);
        assertThat(records.listLatest(Optional.of(inOrder.get(3).rig()), 2)).isEqualTo(inOrder.subList(4, 6));
    }
}
