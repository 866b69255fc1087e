/** Commands that show, apply, revert and check revisions. */
package derrick.ops.revision;
