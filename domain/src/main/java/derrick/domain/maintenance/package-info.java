/**
 * The care of equipment: alerts that somebody has to look at, and work that is planned.
 *
 * <p>A {@link derrick.domain.maintenance.MaintenanceAlert} stays until it is resolved, and nobody resolves what nobody
 * has looked at. One that is known and only disturbs is shelved for a while; when that is over, it stands where it
 * stood.
 * {@link derrick.domain.maintenance.AlertHandling} moves them:
 *
 * <pre>
 * active ──► acknowledged ──► resolved
 *    ▲             ▲
 *    └──► shelved ◄┘   until a time, with a reason
 * </pre>
 *
 * <p>A {@link derrick.domain.maintenance.MaintenanceSchedule} is work at a time, moved by {@link
 * derrick.domain.maintenance.MaintenancePlanning}:
 *
 * <pre>
 * scheduled ──► in_progress ──► completed
 *     └──────┬──────┘
 *            └──► cancelled
 * </pre>
 */
package derrick.domain.maintenance;
