package derrick.persistence.sensor;

import derrick.domain.sensor.Outcome;
import derrick.domain.sensor.SensorRecord;
import derrick.persistence.store.BinaryCopy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.util.PSQLState;

/**
 * How a batch gets into the table. Nearly always all of it is new, so it is copied straight in, at half the cost of any
 * other way; only if that hits a key that is taken does it go through a staging table.
 */
final class SensorIntake {
    private static final String SAVEPOINT = "before_copy";

    private final SensorBatch batch;
    private final BinaryCopy rows;

    /** @param records at least one */
    SensorIntake(List<SensorRecord> records) {
        batch = new SensorBatch(records);
        rows = batch.rows();
    }

    List<Outcome> store(Handle handle) throws SQLException {
        if (copy(handle)) {
            return batch.outcomes(first -> true, first -> first);
        }
        stage(handle);
        return outcomes(addStaged(handle), listConflicting(handle));
    }

    List<Outcome> preview(Handle handle) throws SQLException {
        stage(handle);
        return outcomes(listNew(handle), listConflicting(handle));
    }

    private List<Outcome> outcomes(Set<SensorKey> added, Map<SensorKey, SensorRecord> conflicting) {
        return batch.outcomes(
                first -> added.contains(SensorKey.of(first)),
                first -> conflicting.getOrDefault(SensorKey.of(first), first));
    }

    /** Puts the batch into the table, unless a key of it is taken: then the table is left as it was. */
    private boolean copy(Handle handle) throws SQLException {
        handle.savepoint(SAVEPOINT);
        try {
            rows.send(handle, """
                    COPY sensor_data (
                        rig_id, timestamp, depth, bit_depth, block_position, wob, hook_load, rpm, torque, rop, mud_flow,
                        mud_flow_out, mud_pressure, mud_temperature, mud_density, pit_volume, total_gas, gamma_ray,
                        resistivity, density, porosity, vibration, status, time_source)
                    FROM STDIN (FORMAT binary)
                    """);
            return true;
        } catch (SQLException failure) {
            if (!PSQLState.UNIQUE_VIOLATION.getState().equals(failure.getSQLState())) {
                throw failure;
            }
            handle.rollbackToSavepoint(SAVEPOINT);
            return false;
        }
    }

    private void stage(Handle handle) throws SQLException {
        handle.execute("""
                CREATE TEMPORARY TABLE IF NOT EXISTS sensor_staging (LIKE sensor_data) ON COMMIT DELETE ROWS
                """);
        rows.send(handle, """
                COPY sensor_staging (
                    rig_id, timestamp, depth, bit_depth, block_position, wob, hook_load, rpm, torque, rop, mud_flow,
                    mud_flow_out, mud_pressure, mud_temperature, mud_density, pit_volume, total_gas, gamma_ray,
                    resistivity, density, porosity, vibration, status, time_source)
                FROM STDIN (FORMAT binary)
                """);
    }

    /** Adds what is new, in the order of the batch whatever the database's collation, and says what that was. */
    private static Set<SensorKey> addStaged(Handle handle) {
        return handle.createQuery("""
                        INSERT INTO sensor_data
                        SELECT * FROM sensor_staging ORDER BY timestamp, rig_id COLLATE "C"
                        ON CONFLICT DO NOTHING
                        RETURNING rig_id, timestamp
                        """).map(SensorRecordRow::readKey).set();
    }

    private Set<SensorKey> listNew(Handle handle) {
        return handle.createQuery("""
                        SELECT staged.rig_id, staged.timestamp
                        FROM sensor_staging staged
                        LEFT JOIN sensor_data kept
                            ON kept.rig_id = staged.rig_id AND kept.timestamp = staged.timestamp
                            AND kept.timestamp BETWEEN :earliest AND :latest
                        WHERE kept.rig_id IS NULL
                        """)
                .bind("earliest", batch.earliest())
                .bind("latest", batch.latest())
                .map(SensorRecordRow::readKey)
                .set();
    }

    /**
     * What stands where something else was to be put. The rows are compared bit by bit, as records are; the batch's
     * bounds are named so that only the partitions that they touch are looked at.
     */
    private Map<SensorKey, SensorRecord> listConflicting(Handle handle) {
        return handle.createQuery("""
                        SELECT kept.*
                        FROM sensor_staging staged
                        JOIN sensor_data kept ON kept.rig_id = staged.rig_id AND kept.timestamp = staged.timestamp
                        WHERE kept *<> staged AND kept.timestamp BETWEEN :earliest AND :latest
                        """)
                .bind("earliest", batch.earliest())
                .bind("latest", batch.latest())
                .map(SensorRecordRow::read)
                .collect(Collectors.toMap(SensorKey::of, Function.identity()));
    }
}
