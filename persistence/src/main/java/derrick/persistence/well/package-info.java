/** Profiles of wells and drilling sessions in PostgreSQL. */
package derrick.persistence.well;
