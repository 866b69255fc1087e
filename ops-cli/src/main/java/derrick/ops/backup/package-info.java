/** Backups on the command line. */
package derrick.ops.backup;
