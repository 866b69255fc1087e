/** The commands {@code derrick backup} and {@code derrick restore}. */
package derrick.ops.backup;
