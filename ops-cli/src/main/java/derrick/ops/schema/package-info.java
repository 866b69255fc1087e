/** The schema itself on the command line: whether what is declared, what the revisions make and what is live agree. */
package derrick.ops.schema;
