package derrick.persistence.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The place of a staged record in the table, and the other record that stands there, if there is one. */
record ExistingRecord(SensorKey key, Optional<SensorRecord> standing) {
    boolean isFree() {
        return standing.isEmpty();
    }

    static ExistingRecord read(ResultSet row, StatementContext context) throws SQLException {
        SensorKey key =
                new SensorKey(new RigId(row.getString("staged_rig_id")), SensorRecordRow.time(row, "staged_timestamp"));
        boolean free = row.getString("rig_id") == null;
        return new ExistingRecord(key, free ? Optional.empty() : Optional.of(SensorRecordRow.read(row, context)));
    }
}
