/**
 * What scripts take away from a database: tables, columns, rows. The scripts say of what, the database says how much.
 * So people hear of it before it happens, and a backup is there where there is something to lose.
 */
package derrick.migrations.loss;
