package derrick.domain.reconciliation;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** The repository of DVR records. */
public interface DvrRecords {
    /** Returns an ID that no record has had. */
    DvrRecordId nextId();

    void add(DvrRecord record);

    Optional<DvrRecord> find(DvrRecordId id);

    /** Returns the records of a rig that were created in a time range, newest first. */
    List<DvrRecord> list(TimeRange range, Page page);

    /** Returns the records with a status, of all rigs, newest first. */
    List<DvrRecord> list(DvrStatus status, Page page);

    /**
     * Replaces status, notes and time of update if status and notes still equal those of {@code before}. The other
     * values of a record never change.
     *
     * @return whether they were replaced
     */
    boolean replace(DvrRecord before, DvrRecord after);
}
