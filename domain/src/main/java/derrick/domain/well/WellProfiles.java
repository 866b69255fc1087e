package derrick.domain.well;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** All wells that were ever planned. */
public interface WellProfiles {
    /** Returns an ID that no profile has had. */
    WellProfileId nextId();

    /** @throws AlreadyExists if the well has a profile */
    void add(WellProfile profile);

    Optional<WellProfile> find(WellId well);

    /** All of them, the newest first. */
    List<WellProfile> list(Page page);

    /** Keeps {@code after} if nobody has revised {@code before} meanwhile; says whether it did. */
    boolean replace(WellProfile before, WellProfile after);
}
