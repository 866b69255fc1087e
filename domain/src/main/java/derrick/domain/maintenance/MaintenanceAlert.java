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
 * Something about a rig's equipment that somebody has to look at, and how far that has come.
 *
 * @param evidence the record in which the trouble showed, if there is one
 */
public record MaintenanceAlert(
        MaintenanceAlertId id,
        RigId rig,
        AlertDetails finding,
        Optional<DvrRecordId> evidence,
        Instant createdAt,
        AlertStage stage) {

    /** @throws derrick.domain.field.InvalidField if a time is finer than a microsecond */
    public MaintenanceAlert {
        Require.time("created_at", createdAt);
    }

    /** The alert as it stands at a time: one whose shelving is over stands where it stood before. */
    public MaintenanceAlert asOf(Instant now) {
        return stage instanceof Shelved shelved && !now.isBefore(shelved.until()) ? with(shelved.before()) : this;
    }

    /** @throws IllegalTransition if it is not active */
    public MaintenanceAlert acknowledge(Acknowledgement acknowledgement) {
        if (!(stage instanceof Active)) {
            throw new IllegalTransition("maintenance alert " + id, stage.status(), AlertStatus.ACKNOWLEDGED);
        }
        return with(new Acknowledged(acknowledgement));
    }

    /**
     * @throws IllegalTransition if it is shelved already, or resolved
     * @throws derrick.domain.field.InvalidField if it were put away for no time at all
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
     * Takes it from the shelf before its time.
     *
     * @throws IllegalTransition if it is not shelved
     */
    public MaintenanceAlert unshelve() {
        if (!(stage instanceof Shelved shelved)) {
            throw new IllegalTransition("maintenance alert " + id, stage.status(), AlertStatus.ACTIVE);
        }
        return with(shelved.before());
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
        return new MaintenanceAlert(id, rig, finding, evidence, createdAt, next);
    }
}
