package derrick.persistence.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.sensor.TimeSource;
import derrick.migrations.testing.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The table and the domain say the same of what there is. */
class SensorTableTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @Test
    void theTableHasTheColumnsOfARecordInTheOrderOfItsChannels() {
        List<String> columns = Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT column_name
                        FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name = 'sensor_data'
                        ORDER BY ordinal_position
                        """).mapTo(String.class).list());

        assertThat(columns).isEqualTo(SensorRecordRow.COLUMNS);
    }

    @Test
    void theTableTakesTheTimeSourcesThatThereAreAndNoOther() {
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
