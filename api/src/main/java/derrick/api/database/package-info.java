/** The connection pool of the server, and the checks of the database: durability, schema and health. */
package derrick.api.database;
