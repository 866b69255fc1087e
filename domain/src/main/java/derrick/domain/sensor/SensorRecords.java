package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The repository of sensor records, ordered by rig and time. */
public interface SensorRecords {
    /**
     * Stores records in one transaction: they are on disk when this returns, and none is stored when it throws.
     *
     * @return the outcome of each, in the given order; of records with the same rig and time in one call, the first is
     *     stored
     */
    List<IngestOutcome> store(List<SensorRecord> records);

    /** Returns the outcomes that {@link #store} would return, without storing records. */
    List<IngestOutcome> preview(List<SensorRecord> records);

    /** Returns the first {@code limit} records of a time range, oldest first. */
    List<SensorRecord> list(TimeRange range, int limit);

    /** Passes the records of a time range to a consumer, oldest first, from one snapshot. */
    void forEach(TimeRange range, Consumer<SensorRecord> consumer);

    /** Returns the latest record of a rig. */
    Optional<SensorRecord> findLatest(RigId rig);

    /**
     * Returns the latest record of each rig, ordered by the names of the rigs, at most {@code limit}.
     *
     * @param after the last rig of the previous page
     */
    List<SensorRecord> listLatest(Optional<RigId> after, int limit);
}
