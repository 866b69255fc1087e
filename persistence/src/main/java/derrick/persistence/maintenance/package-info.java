/** Maintenance alerts and planned work in PostgreSQL. */
package derrick.persistence.maintenance;
