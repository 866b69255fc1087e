/**
 * What the server asks of its database: that what it acknowledges is on disk, that the schema is at head, that it takes
 * a bounded number of connections and says so when it has none left.
 */
package derrick.api.database;
