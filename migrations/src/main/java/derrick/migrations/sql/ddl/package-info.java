/**
 * Reads CREATE TABLE, ALTER TABLE, CREATE INDEX, CREATE DOMAIN and DROP statements: tables, columns, types, constraints
 * and indexes. Each reader returns empty for statements of other kinds. Names are unquoted, or folded to lower case as
 * in the server, and omit the schema {@code public}.
 */
package derrick.migrations.sql.ddl;
