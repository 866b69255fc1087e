/**
 * Reads a {@link derrick.migrations.catalog.Catalog} from pg_catalog. {@link CatalogReader} runs all queries in one
 * snapshot. Options, storage parameters and attributes are read by allow-list, because servers gain internal fields in
 * minor releases.
 */
package derrick.migrations.catalog.reader;
