package derrick.domain.maintenance;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repository of maintenance alerts. */
public interface MaintenanceAlerts {
    /** Returns an ID that no alert has had. */
    MaintenanceAlertId nextId();

    /** @throws NotFound if there is no DVR record with the ID of its evidence */
    void add(MaintenanceAlert alert);

    Optional<MaintenanceAlert> find(MaintenanceAlertId id);

    /** Returns the alerts with a stored status, newest first. An expired shelving counts until it is ended. */
    List<MaintenanceAlert> list(AlertStatus status, Page page);

    /** Returns at most {@code limit} alerts whose shelving has expired, the earliest expiry first. */
    List<MaintenanceAlert> listShelvedUntil(Instant now, int limit);

    /** Replaces the stored alert if its stage still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(MaintenanceAlert before, MaintenanceAlert after);
}
