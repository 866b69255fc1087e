/**
 * Which revisions the schema has had, and where a database stands among them: everything about versions that can be
 * said without Flyway. It reads files and one table, so that a question about the schema is answered before Flyway
 * would have started.
 *
 * <p>A revision is a pair of scripts, {@code V001__initial_schema.sql} up and {@code U001__initial_schema.sql} down,
 * and goes by the name {@code 001_initial_schema}.
 */
package derrick.migrations.revision;
