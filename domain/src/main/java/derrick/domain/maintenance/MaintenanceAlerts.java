package derrick.domain.maintenance;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All maintenance alerts ever raised. */
public interface MaintenanceAlerts {
    /** Returns an ID that no alert has had. */
    MaintenanceAlertId nextId();

    /** @throws NotFound if it is raised on a record that there is not */
    void add(MaintenanceAlert alert);

    Optional<MaintenanceAlert> find(MaintenanceAlertId id);

    /** Those at a stage, the newest first. One whose shelving is over counts as shelved until it is put back. */
    List<MaintenanceAlert> list(AlertStatus status, Page page);

    /** Shelved ones whose time is over, those first that have waited the longest, so many at most. */
    List<MaintenanceAlert> listShelvedUntil(Instant now, int limit);

    /** Replaces the stored alert if its stage still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(MaintenanceAlert before, MaintenanceAlert after);
}
