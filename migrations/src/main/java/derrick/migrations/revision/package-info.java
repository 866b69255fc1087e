/**
 * Revision files and the recorded history, read without Flyway. A revision is a pair of scripts, {@code
 * V001__initial_schema.sql} for the upgrade and {@code U001__initial_schema.sql} for the downgrade, and is called
 * {@code 001_initial_schema}. {@code current} and {@code history} need only this package, so they answer before Flyway
 * would have started.
 */
package derrick.migrations.revision;
