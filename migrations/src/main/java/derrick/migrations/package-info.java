/**
 * The schema of the platform through its life: where the database is, which revision it has, how it gets to another.
 */
package derrick.migrations;
