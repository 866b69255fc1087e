/**
 * What a schema is, as PostgreSQL's own catalogs describe it: a {@link derrick.migrations.catalog.Catalog} for each,
 * and the {@link derrick.migrations.catalog.CatalogDifference}s between two. Scripts become comparable with a live
 * database in a {@link derrick.migrations.catalog.ScratchSchema}: the server runs them, says what they made, and
 * forgets it. No type name, default or condition is ever read or put in order here; that is PostgreSQL's work.
 */
package derrick.migrations.catalog;
