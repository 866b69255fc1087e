package derrick.persistence.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import derrick.persistence.store.BinaryCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads and writes rows of {@code sensor_data}. */
final class SensorRecordRow {
    /** The columns, in the order of the table. */
    static final List<String> COLUMNS = Stream.of(
                    Stream.of("rig_id", "timestamp"),
                    Channel.ALL.stream().map(Channel::key),
                    Stream.of("status", "time_source"))
            .flatMap(columns -> columns)
            .toList();

    private SensorRecordRow() {}

    /** Adds the row of a record to a COPY. */
    static void write(SensorRecord record, BinaryCopy rows) {
        rows.row(COLUMNS.size()).text(record.rig().value()).time(record.time());
        for (Channel channel : Channel.ALL) {
            OptionalDouble value = record.readings().get(channel);
            if (value.isPresent()) {
                rows.number(value.getAsDouble());
            } else {
                rows.nullValue();
            }
        }
        rows.text(record.status().value()).text(record.timeSource().key());
    }

    /** Returns the record of the current row. */
    static SensorRecord read(ResultSet row, StatementContext context) throws SQLException {
        Readings.Builder readings = new Readings.Builder();
        for (Channel channel : Channel.ALL) {
            double value = row.getDouble(channel.key());
            if (!row.wasNull()) {
                readings.set(channel, value);
            }
        }
        return new SensorRecord(
                new RigId(row.getString("rig_id")),
                time(row, "timestamp"),
                TimeSource.named(row.getString("time_source")).orElseThrow(),
                readings.build(),
                new SensorStatus(row.getString("status")));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
