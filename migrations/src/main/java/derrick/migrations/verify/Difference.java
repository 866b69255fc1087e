package derrick.migrations.verify;

import derrick.migrations.catalog.CatalogDifference;

/**
 * A difference between two snapshots.
 *
 * @param table the table or other schema object that differs
 */
record Difference(String table, String what) {
    static Difference of(CatalogDifference difference) {
        return new Difference(difference.object().replaceFirst("[.].*", ""), difference.sentence("the database"));
    }
}
