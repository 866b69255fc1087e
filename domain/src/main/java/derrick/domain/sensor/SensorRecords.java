package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All that the sensors ever reported, in the order of rig and time. */
public interface SensorRecords {
    /**
     * Keeps records, all of them in one commit: when this returns they are on disk, and when it throws none is.
     *
     * @return what became of each, in the order given; of two with the same rig and time in one call the first counts
     */
    List<IngestOutcome> store(List<SensorRecord> records);

    /** What {@link #store} would say of each, keeping nothing. */
    List<IngestOutcome> preview(List<SensorRecord> records);

    /** The records of a span in the order of time, the first {@code limit} of them. */
    List<SensorRecord> list(TimeRange span, int limit);

    /** Hands over the records of a span one by one in the order of time, as they stood when it began. */
    void forEach(TimeRange span, Consumer<SensorRecord> taker);

    /** The last record of a rig. */
    Optional<SensorRecord> findLatest(RigId rig);

    /**
     * The last record of each rig that ever reported, in the order of the rigs' names, the first {@code limit} of them.
     *
     * @param after leaves out the rigs up to this one
     */
    List<SensorRecord> listLatest(Optional<RigId> after, int limit);
}
