/**
 * What a schema is, as PostgreSQL's own catalogs describe it: a {@link derrick.migrations.catalog.Catalog} for each,
 * and the {@link derrick.migrations.catalog.CatalogDifference}s between two. Scripts become comparable with a live
 * database in a scratch database: the server runs them, and says what they made. No type name, default or condition is
 * ever read or put in order here; that is PostgreSQL's work.
 */
package derrick.migrations.catalog;
