/** Stores maintenance in the tables {@code maintenance_alerts} and {@code maintenance_schedules}. */
package derrick.persistence.maintenance;
