package derrick.persistence.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorRecord;
import java.time.Instant;

/** What there is one record of. */
record SensorKey(RigId rig, Instant time) {
    static SensorKey of(SensorRecord record) {
        return new SensorKey(record.rig(), record.time());
    }
}
