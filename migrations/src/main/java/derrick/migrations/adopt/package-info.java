/**
 * Takes over a database that Alembic manages. The schema is compared with what the matching revision makes; then the
 * history is written and {@code alembic_version} is dropped in one transaction, so that a later {@code alembic upgrade}
 * fails at its first table and changes nothing.
 */
package derrick.migrations.adopt;
