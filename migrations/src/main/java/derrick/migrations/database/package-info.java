/**
 * Which database Derrick works on, and the way to it: settings are read here and nowhere else, and no password leaves.
 */
package derrick.migrations.database;
