/**
 * Finds the tables, columns and rows that scripts delete, and counts the rows in the database at hand. The CLI asks
 * before such a migration and takes a backup first.
 */
package derrick.migrations.run.loss;
