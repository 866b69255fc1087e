/**
 * Splits PostgreSQL scripts into statements and tokens, by the lexical rules of the server and of psql. Only as much
 * grammar is known as the splitter, lint and the data-loss report need; the server has the last word on syntax.
 */
package derrick.migrations.sql;
