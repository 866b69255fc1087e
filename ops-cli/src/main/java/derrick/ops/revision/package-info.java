/** The schema's life on the command line: where a database stands among the revisions, and the way up and down. */
package derrick.ops.revision;
