package derrick.migrations.verify;

import derrick.migrations.catalog.CatalogDifference;

/**
 * What two snapshots do not agree on.
 *
 * @param table the table, or whatever else the schema has, that it is about
 */
record Difference(String table, String what) {
    static Difference of(CatalogDifference difference) {
        return new Difference(difference.object().replaceFirst("[.].*", ""), difference.sentence("the database"));
    }
}
