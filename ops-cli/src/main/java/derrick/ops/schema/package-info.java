/** Commands that compare the declared schema, the migration files and the database. */
package derrick.ops.schema;
