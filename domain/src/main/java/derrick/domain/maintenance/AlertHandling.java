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
    /** How long an alert may be put away at a time; whoever wants longer has to look at it again. */
    public static final Duration SHELVED_AT_MOST = Duration.ofDays(7);

    private final MaintenanceAlerts alerts;
    private final Clock clock;

    public AlertHandling(MaintenanceAlerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Raises an alert.
     *
     * @throws NotFound if it is raised on a record that there is not
     */
    public MaintenanceAlert raise(RigId rig, AlertDetails finding, Optional<DvrRecordId> evidence) {
        MaintenanceAlert alert = new MaintenanceAlert(
                alerts.nextId(), rig, finding, evidence, Microseconds.now(clock), new AlertStage.Active());
        alerts.add(alert);
        return alert;
    }

    /**
     * Notes that somebody sees to an alert.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is not active, or was changed concurrently
     */
    public MaintenanceAlert acknowledge(MaintenanceAlertId id, String by, Optional<String> notes) {
        return move(
                id, AlertStatus.ACKNOWLEDGED, (active, now) -> active.acknowledge(new Acknowledgement(by, now, notes)));
    }

    /**
     * Puts an alert away for a while.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is shelved or resolved, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if the time is no time, or longer than {@link #SHELVED_AT_MOST}
     */
    public MaintenanceAlert shelve(MaintenanceAlertId id, String by, Duration time, String reason) {
        Require.that(
                time.compareTo(SHELVED_AT_MOST) <= 0,
                "shelved_until",
                "must be at most %d days from now".formatted(SHELVED_AT_MOST.toDays()));
        return move(
                id,
                AlertStatus.SHELVED,
                (standing, now) -> standing.shelve(by, now, now.plus(time.truncatedTo(ChronoUnit.MICROS)), reason));
    }

    /**
     * Takes an alert from the shelf before its time is over.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is not shelved, or was changed concurrently
     */
    public MaintenanceAlert unshelve(MaintenanceAlertId id) {
        return move(id, AlertStatus.ACTIVE, (shelved, now) -> shelved.unshelve());
    }

    /**
     * Notes that the trouble is over.
     *
     * @throws NotFound if there is no such alert
     * @throws IllegalTransition if it is not acknowledged, or was changed concurrently
     */
    public MaintenanceAlert resolve(MaintenanceAlertId id, String by, Optional<String> notes) {
        return move(id, AlertStatus.RESOLVED, (acknowledged, now) -> acknowledged.resolve(by, now, notes));
    }

    /**
     * Puts alerts back whose time on the shelf is over.
     *
     * @param limit how many to look at; if as many were put back, there may be more
     * @return how many were put back
     */
    public int returnShelved(int limit) {
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
