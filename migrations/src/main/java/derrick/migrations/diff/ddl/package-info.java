/** The text of DDL statements for each kind of object, with identifiers quoted where PostgreSQL requires it. */
package derrick.migrations.diff.ddl;
