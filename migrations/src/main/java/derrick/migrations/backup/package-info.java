/**
 * A database in one file, and back. The file is a zip with a manifest that says what must be in it: rows and hashes.
 * The rows come from {@code pg_dump} where a fitting one is at hand, else from COPY, one text file a table; then the
 * revisions make the schema again. Either way all rows are of one instant, and nothing is believed before it was read
 * again.
 */
package derrick.migrations.backup;
