package derrick.persistence.sensor;

import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.SensorRecord;
import derrick.persistence.store.BinaryCopy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.util.PSQLState;

/**
 * How a batch gets into the table. Nearly always all of it is new, so it is copied straight in, at half the cost of any
 * other way; only if that hits a key that is taken does it go through a staging table.
 */
final class SensorCopyWriter {
    private static final String SAVEPOINT = "before_copy";

    private final SensorBatch batch;
    private final BinaryCopy rows;

    /** @param records at least one */
    SensorCopyWriter(List<SensorRecord> records) {
        batch = new SensorBatch(records);
        rows = batch.rows();
    }

    List<IngestOutcome> store(Handle handle) throws SQLException {
        if (copy(handle)) {
            return batch.outcomes(first -> true, first -> first);
        }
        stage(handle);
        List<ExistingRecord> before = listRemarkable(handle);
        Set<SensorKey> free = free(before);
        Set<SensorKey> added = free.isEmpty() ? free : addStaged(handle);
        boolean anotherWasFaster = added.size() < free.size();
        return outcomes(added, anotherWasFaster ? listRemarkable(handle) : before);
    }

    List<IngestOutcome> preview(Handle handle) throws SQLException {
        stage(handle);
        List<ExistingRecord> slots = listRemarkable(handle);
        return outcomes(free(slots), slots);
    }

    private static Set<SensorKey> free(List<ExistingRecord> slots) {
        return slots.stream()
                .filter(ExistingRecord::isFree)
                .map(ExistingRecord::key)
                .collect(Collectors.toSet());
    }

    private List<IngestOutcome> outcomes(Set<SensorKey> added, List<ExistingRecord> slots) {
        Map<SensorKey, SensorRecord> conflicting = new HashMap<>();
        slots.forEach(slot -> slot.standing().ifPresent(record -> conflicting.put(slot.key(), record)));
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
                CREATE TEMPORARY TABLE IF NOT EXISTS sensor_staging (LIKE sensor_data INCLUDING DEFAULTS)
                ON COMMIT DELETE ROWS
                """);
        emptyOfEarlierBatch(handle);
        rows.send(handle, """
                COPY sensor_staging (
                    rig_id, timestamp, depth, bit_depth, block_position, wob, hook_load, rpm, torque, rop, mud_flow,
                    mud_flow_out, mud_pressure, mud_temperature, mud_density, pit_volume, total_gas, gamma_ray,
                    resistivity, density, porosity, vibration, status, time_source)
                FROM STDIN (FORMAT binary)
                """);
    }

    /** A transaction may store several batches; a table that is empty already is left alone, as that is cheaper. */
    private static void emptyOfEarlierBatch(Handle handle) {
        boolean used = handle.createQuery("SELECT EXISTS (TABLE sensor_staging)")
                .mapTo(Boolean.class)
                .one();
        if (used) {
            handle.execute("TRUNCATE sensor_staging");
        }
    }

    /**
     * Every staged key but those of duplicates: with nothing where it is free, with what stands where that differs.
     * Rows are compared bit by bit, as records are. One probe of the key for each, however large the table; the batch's
     * bounds are named so that only the partitions which they touch are looked at.
     */
    private List<ExistingRecord> listRemarkable(Handle handle) {
        return handle.createQuery("""
                        SELECT staged.rig_id AS staged_rig_id, staged.timestamp AS staged_timestamp, kept.*
                        FROM sensor_staging staged
                        LEFT JOIN LATERAL (
                            SELECT *
                            FROM sensor_data there
                            WHERE there.rig_id = staged.rig_id AND there.timestamp = staged.timestamp
                                AND there.timestamp BETWEEN :earliest AND :latest
                            LIMIT 1
                        ) kept ON true
                        WHERE kept.rig_id IS NULL OR kept *<> staged
                        """)
                .bind("earliest", batch.earliest())
                .bind("latest", batch.latest())
                .map(ExistingRecord::read)
                .list();
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
}
