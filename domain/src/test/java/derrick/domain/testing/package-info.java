/** Test code that all modules share. */
package derrick.domain.testing;
