/**
 * The take-over of a database that Alembic manages. From then on its revisions are ours: Alembic's own table goes in
 * the same transaction, for as long as it is there, somebody's {@code alembic upgrade} would go on changing the schema.
 * Without it Alembic begins at its first revision, fails at the first table, and changes nothing.
 */
package derrick.migrations.adoption;
