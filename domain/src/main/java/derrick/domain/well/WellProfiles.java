package derrick.domain.well;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** The repository of well profiles. */
public interface WellProfiles {
    /** Returns an ID that no profile has had. */
    WellProfileId nextId();

    /** @throws AlreadyExists if the well has a profile */
    void add(WellProfile profile);

    Optional<WellProfile> find(WellId well);

    /** Returns all profiles, newest first. */
    List<WellProfile> list(Page page);

    /** Replaces the stored profile if it was not updated since {@code before}; returns whether it was replaced. */
    boolean replace(WellProfile before, WellProfile after);
}
