/**
 * Reads CREATE TABLE, ALTER TABLE, CREATE INDEX, CREATE DOMAIN and DROP statements: tables, columns, types, constraints
 * and indexes. Each reader answers for its kind of statement and returns empty for all others. Names are unquoted,
 * folded to lower case as the server does it, and come without the schema {@code public}.
 */
package derrick.migrations.sql.ddl;
