package derrick.domain.reconciliation;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** All that validation and reconciliation ever did. */
public interface DvrRecords {
    /** Returns an ID that no record has had. */
    DvrRecordId nextId();

    void add(DvrRecord record);

    Optional<DvrRecord> find(DvrRecordId id);

    /** Those of a rig that were written in a span, the newest first. */
    List<DvrRecord> list(TimeRange span, Page page);

    /** Those of a status, of any rig or none, the newest first. */
    List<DvrRecord> list(DvrStatus status, Page page);

    /**
     * Keeps status and notes of {@code after} if both still are as {@code before} has them; says whether they were.
     * Nothing else of a record ever changes, but for the time of that.
     */
    boolean replace(DvrRecord before, DvrRecord after);
}
