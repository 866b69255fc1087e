package derrick.persistence.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.TimeRange;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/** Stores and reads sensor records in PostgreSQL. */
public final class JdbiSensorRecords implements SensorRecords {
    private static final int FETCH_ROWS = 1000;

    private final Store store;

    @Inject
    public JdbiSensorRecords(Store store) {
        this.store = store;
    }

    @Override
    public List<IngestOutcome> store(List<SensorRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        SensorCopyWriter writer = new SensorCopyWriter(records);
        return store.inTransaction(writer::store);
    }

    @Override
    public List<IngestOutcome> preview(List<SensorRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        SensorCopyWriter writer = new SensorCopyWriter(records);
        return store.inTransaction(writer::preview);
    }

    @Override
    public List<SensorRecord> list(TimeRange range, int limit) {
        return store.query(handle -> within(range, handle.createQuery("""
                        SELECT *
                        FROM sensor_data
                        WHERE rig_id = :rig AND timestamp >= :from AND timestamp < :to
                        ORDER BY timestamp
                        LIMIT :limit
                        """))
                .bind("limit", limit)
                .map(SensorRecordRow::read)
                .list());
    }

    @Override
    public void forEach(TimeRange range, Consumer<SensorRecord> handler) {
        store.inSnapshot(handle -> within(range, handle.createQuery("""
                        SELECT *
                        FROM sensor_data
                        WHERE rig_id = :rig AND timestamp >= :from AND timestamp < :to
                        ORDER BY timestamp
                        """))
                .setFetchSize(FETCH_ROWS)
                .map(SensorRecordRow::read)
                .forEach(handler));
    }

    @Override
    public Optional<SensorRecord> findLatest(RigId rig) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM sensor_data
                        WHERE rig_id = :rig
                        ORDER BY timestamp DESC
                        LIMIT 1
                        """)
                .bind("rig", rig.value())
                .map(SensorRecordRow::read)
                .findOne());
    }

    /**
     * Finds the rigs by index skips, and reads the last record of each by one probe of the primary key, so that the
     * number of rows does not matter. The page is sorted, because the collation of the index may differ.
     */
    @Override
    public List<SensorRecord> listLatest(Optional<RigId> after, int limit) {
        return store.query(handle -> handle.createQuery("""
                        WITH RECURSIVE rig AS (
                            (SELECT rig_id FROM sensor_data ORDER BY rig_id LIMIT 1)
                            UNION ALL
                            SELECT (SELECT next.rig_id FROM sensor_data next
                                    WHERE next.rig_id > rig.rig_id ORDER BY next.rig_id LIMIT 1)
                            FROM rig
                            WHERE rig.rig_id IS NOT NULL
                        ), page AS (
                            SELECT rig_id
                            FROM rig
                            WHERE rig_id COLLATE "C" > :after
                            ORDER BY rig_id COLLATE "C"
                            LIMIT :limit
                        )
                        SELECT latest.*
                        FROM page CROSS JOIN LATERAL (
                            SELECT * FROM sensor_data stored
                            WHERE stored.rig_id = page.rig_id ORDER BY stored.timestamp DESC LIMIT 1
                        ) latest
                        ORDER BY latest.rig_id COLLATE "C"
                        """)
                .bind("after", after.map(RigId::value).orElse(""))
                .bind("limit", limit)
                .map(SensorRecordRow::read)
                .list());
    }

    private static Query within(TimeRange range, Query query) {
        return query.bind("rig", range.rig().value()).bind("from", range.from()).bind("to", range.to());
    }
}
