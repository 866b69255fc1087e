/**
 * Backups of a database, and their restoration. A backup is a zip file with a manifest that lists its content, with row
 * counts and hashes. A fitting {@code pg_dump} writes all that the database holds. Without one, COPY writes what the
 * revisions make: the rows, one text file a table, and the positions of sequences; a restore then runs the revisions.
 * Either way all rows are of one instant, and the file is read again before it gets its name.
 */
package derrick.migrations.backup;
