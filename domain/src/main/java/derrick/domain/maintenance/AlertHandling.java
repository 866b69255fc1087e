package derrick.domain.maintenance;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.Require;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Raises, acknowledges, shelves and resolves alerts: an alert is acknowledged before it is resolved, and shelved for a
 * limited time.
 */
public final class AlertHandling {
    /** The longest time that an alert can be shelved for. */
    public static final Duration MAX_SHELVING = Duration.ofDays(7);

    private final MaintenanceAlerts alerts;
    private final Clock clock;

    public AlertHandling(MaintenanceAlerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Raises an alert.
     *
     * @throws NotFound if there is no such DVR record
     */
    public MaintenanceAlert raise(RigId rig, AlertDetails details, Optional<DvrRecordId> evidence) {
        MaintenanceAlert alert = new MaintenanceAlert(
                alerts.nextId(), rig, details, evidence, Microseconds.now(clock), new AlertStage.Active());
        alerts.add(alert);
        return alert;
    }

    /**
     * Acknowledges an alert.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is not active, or was changed concurrently
     */
    public MaintenanceAlert acknowledge(MaintenanceAlertId id, String by, Optional<String> notes) {
        return move(
                id, AlertStatus.ACKNOWLEDGED, (active, now) -> active.acknowledge(new Acknowledgement(by, now, notes)));
    }

    /**
     * Shelves an alert for a time.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is shelved or resolved, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if the duration is zero or longer than {@link #MAX_SHELVING}
     */
    public MaintenanceAlert shelve(MaintenanceAlertId id, String by, Duration duration, String reason) {
        Require.that(
                duration.compareTo(MAX_SHELVING) <= 0,
                "shelved_until",
                "must be at most %d days from now".formatted(MAX_SHELVING.toDays()));
        return move(
                id,
                AlertStatus.SHELVED,
                (current, now) -> current.shelve(by, now, now.plus(duration.truncatedTo(ChronoUnit.MICROS)), reason));
    }

    /**
     * Ends the shelving of an alert early.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is not shelved, or was changed concurrently
     */
    public MaintenanceAlert unshelve(MaintenanceAlertId id) {
        return move(id, AlertStatus.ACTIVE, (shelved, now) -> shelved.unshelve());
    }

    /**
     * Resolves an alert.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is not acknowledged, or was changed concurrently
     */
    public MaintenanceAlert resolve(MaintenanceAlertId id, String by, Optional<String> notes) {
        return move(id, AlertStatus.RESOLVED, (acknowledged, now) -> acknowledged.resolve(by, now, notes));
    }

    /**
     * Unshelves the alerts whose shelving has expired.
     *
     * @param limit the largest number to unshelve; if as many were unshelved, there may be more
     * @return the number unshelved
     */
    public int unshelveExpired(int limit) {
        Instant now = Microseconds.now(clock);
        return (int) alerts.listShelvedUntil(now, limit).stream()
                .filter(shelved -> alerts.replace(shelved, shelved.asOf(now)))
                .count();
    }

    private MaintenanceAlert move(
            MaintenanceAlertId id, AlertStatus next, BiFunction<MaintenanceAlert, Instant, MaintenanceAlert> step) {
        Instant now = Microseconds.now(clock);
        MaintenanceAlert before = find(id);
        MaintenanceAlert after = step.apply(before.asOf(now), now);
        if (!alerts.replace(before, after)) {
            throw new IllegalTransition(
                    "maintenance alert " + id, find(id).asOf(now).stage().status(), next);
        }
        return after;
    }

    private MaintenanceAlert find(MaintenanceAlertId id) {
        return alerts.find(id).orElseThrow(() -> new NotFound("maintenance alert", id));
    }
}
