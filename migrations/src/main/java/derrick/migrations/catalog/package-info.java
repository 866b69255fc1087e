/**
 * The objects of a database as PostgreSQL's system catalogs describe them. {@link Catalog} holds all of them, and
 * {@link CatalogDifference} lists how two databases differ. Definitions, defaults and conditions are kept as the server
 * prints them; nothing here parses SQL. To compare scripts with a live database, run them in a scratch database and
 * read its catalog.
 */
package derrick.migrations.catalog;
