/**
 * What statements that define tables say: which table, which columns, which constraints. Each reads one kind of
 * statement and is empty for all others. Names come without the schema public and as the server keeps them.
 */
package derrick.migrations.sql.ddl;
