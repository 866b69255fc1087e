/**
 * Splits PostgreSQL scripts into statements and tokens, by the lexical rules of the server and of psql. It knows only
 * the grammar that the splitter, lint and the data-loss report need. Syntax errors are found by the server.
 */
package derrick.migrations.sql;
