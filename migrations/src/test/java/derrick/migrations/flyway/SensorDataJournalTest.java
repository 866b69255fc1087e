package derrick.migrations.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SensorDataJournalTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.atHead();

    @Test
    void theJournalHasTheFormThatWasWrittenDown() {
        assertThat(Catalog.of(database.dataSource()).stream().filter(SensorDataJournalTest::isOfSensorData))
                .containsExactlyElementsOf(Catalog.written("sensor-data-at-002.txt"));
    }

    @Test
    void itsColumnsStandInTheOrderOfTheChannels() {
        assertThat(Catalog.columns(database.dataSource(), "sensor_data"))
                .isEqualTo("rig_id,timestamp,depth,bit_depth,block_position,wob,hook_load,rpm,torque,rop,mud_flow,"
                        + "mud_flow_out,mud_pressure,mud_temperature,mud_density,pit_volume,total_gas,gamma_ray,"
                        + "resistivity,density,porosity,vibration,status,time_source");
    }

    @Test
    void everyOtherTableIsAsAtRevision001() {
        List<String> others = Catalog.written("schema-at-001.txt").stream()
                .filter(fact -> !isOfSensorData(fact))
                .toList();

        assertThat(Catalog.of(database.dataSource()).stream().filter(fact -> !isOfSensorData(fact)))
                .containsExactlyElementsOf(others);
    }

    @Test
    void aRecordOfAnyTimeFindsItsPlace() {
        sql().run("INSERT INTO sensor_data (rig_id, timestamp, depth) VALUES ('A', '1981-02-03 04:05Z', 1)");
        sql().run("INSERT INTO sensor_data (rig_id, timestamp, total_gas) VALUES ('A', '2199-02-03 04:05Z', 0)");

        assertThat(sql().rows("SELECT rig_id, depth, total_gas, status, time_source"
                        + " FROM sensor_data ORDER BY timestamp"))
                .containsExactly("A 1 - normal measured", "A - 0 normal measured");
    }

    @Test
    void aSecondRecordOfTheSameRigAndTimeIsRefused() {
        String record = "INSERT INTO sensor_data (rig_id, timestamp, depth) VALUES ('A', '2026-02-03 04:05Z', 1)";
        sql().run(record);

        assertThatThrownBy(() -> sql().run(record)).hasMessageContaining("duplicate key");
    }

    @Test
    void aRecordWithoutAnyReadingIsRefused() {
        assertThatThrownBy(() -> sql().run("INSERT INTO sensor_data (rig_id, timestamp, status)"
                        + " VALUES ('A', '2026-02-03 04:05Z', 'x')"))
                .hasMessageContaining("sensor_data_any_channel_check");
    }

    @Test
    void aTimeIsEitherMeasuredOrDerived() {
        String record = "INSERT INTO sensor_data (rig_id, timestamp, depth, time_source)"
                + " VALUES ('A', '2026-02-03 04:05Z', 1, '%s')";
        sql().run(record.formatted("derived"));

        assertThatThrownBy(() -> sql().run(record.formatted("guessed")))
                .hasMessageContaining("sensor_data_time_source_check");
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }

    private static boolean isOfSensorData(String fact) {
        return fact.contains("sensor_data");
    }
}
