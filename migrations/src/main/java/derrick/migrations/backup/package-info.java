/**
 * Takes and restores backups. A backup is a zip file whose manifest lists the content with row counts and hashes. With
 * a matching {@code pg_dump} it holds the whole database. Without one, COPY saves the rows of the tables that revisions
 * create and the positions of their sequences, and a restore runs the revisions first. All rows belong to one snapshot.
 * The file is read back and checked before it gets its final name.
 */
package derrick.migrations.backup;
