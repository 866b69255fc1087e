/**
 * The maintenance of equipment: alerts about problems, and scheduled work.
 *
 * <p>A {@link derrick.domain.maintenance.MaintenanceAlert} must be acknowledged before it is resolved. It can be
 * shelved, that is, suppressed for a limited time; after that, it returns to its previous stage. {@link
 * derrick.domain.maintenance.AlertHandling} changes its stage:
 *
 * <pre>
 * active ──► acknowledged ──► resolved
 *    ▲             ▲
 *    └──► shelved ◄┘   until a time, with a reason
 * </pre>
 *
 * <p>A {@link derrick.domain.maintenance.MaintenanceSchedule} is work that is due at a time. {@link
 * derrick.domain.maintenance.MaintenancePlanning} changes its status:
 *
 * <pre>
 * scheduled ──► in_progress ──► completed
 *     └──────┬──────┘
 *            └──► cancelled
 * </pre>
 */
package derrick.domain.maintenance;
