package derrick.domain.maintenance;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.Require;
import derrick.domain.maintenance.AlertStage.Acknowledged;
import derrick.domain.maintenance.AlertStage.Active;
import derrick.domain.maintenance.AlertStage.Resolved;
import derrick.domain.maintenance.AlertStage.Shelved;
import derrick.domain.page.PageCursor;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert about a rig's equipment, and its stage.
 *
 * @param evidence the DVR record that shows the problem, if there is one
 */
public record MaintenanceAlert(
        MaintenanceAlertId id,
        RigId rig,
        AlertDetails details,
        Optional<DvrRecordId> evidence,
        Instant createdAt,
        AlertStage stage) {

    /** @throws derrick.domain.field.InvalidField if a time is finer than a microsecond */
    public MaintenanceAlert {
        Require.time("created_at", createdAt);
    }

    /** Returns the alert at a time: if its shelving has expired, at the stage before the shelving. */
    public MaintenanceAlert asOf(Instant now) {
        return stage instanceof Shelved shelved && !now.isBefore(shelved.until()) ? with(shelved.previous()) : this;
    }

    /** @throws IllegalTransition if it is not active */
    public MaintenanceAlert acknowledge(Acknowledgement acknowledgement) {
        if (!(stage instanceof Active)) {
            throw new IllegalTransition("maintenance alert " + id, stage.status(), AlertStatus.ACKNOWLEDGED);
        }
        return with(new Acknowledged(acknowledgement));
    }

    /**
     * @throws IllegalTransition if it is shelved or resolved
     * @throws derrick.domain.field.InvalidField if {@code until} is not after {@code at}
     */
    public MaintenanceAlert shelve(String by, Instant at, Instant until, String reason) {
        if (stage instanceof Active) {
            return with(new Shelved(by, at, until, reason, Optional.empty()));
        }
        if (stage instanceof Acknowledged acknowledged) {
            return with(new Shelved(by, at, until, reason, Optional.of(acknowledged.acknowledgement())));
        }
        throw new IllegalTransition("maintenance alert " + id, stage.status(), AlertStatus.SHELVED);
    }

    /**
     * Ends the shelving.
     *
     * @throws IllegalTransition if it is not shelved
     */
    public MaintenanceAlert unshelve() {
        if (!(stage instanceof Shelved shelved)) {
            throw new IllegalTransition("maintenance alert " + id, stage.status(), AlertStatus.ACTIVE);
        }
        return with(shelved.previous());
    }

    /** @throws IllegalTransition if it is not acknowledged */
    public MaintenanceAlert resolve(String by, Instant at, Optional<String> notes) {
        if (!(stage instanceof Acknowledged acknowledged)) {
            throw new IllegalTransition("maintenance alert " + id, stage.status(), AlertStatus.RESOLVED);
        }
        return with(new Resolved(acknowledged.acknowledgement(), by, at, notes));
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(createdAt, id.value());
    }

    private MaintenanceAlert with(AlertStage next) {
        return new MaintenanceAlert(id, rig, details, evidence, createdAt, next);
    }
}
