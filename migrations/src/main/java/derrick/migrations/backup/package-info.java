/**
 * Takes and restores backups. A backup is a zip file whose manifest lists the content with row counts and hashes. With
 * a matching {@code pg_dump} it holds the whole database; without one, COPY saves the rows of the tables that revisions
 * make and the positions of their sequences, and a restore runs the revisions first. All rows are of one snapshot, and
 * the file is read back before it gets its name.
 */
package derrick.migrations.backup;
