package derrick.migrations.backup;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The differences between a database and what its revisions make, which a backup by COPY does not keep.
 *
 * @param sentences one for each
 * @param change whether something that revisions make is missing or differs, so that its rows may not fit
 */
record UnmanagedObjects(List<String> sentences, boolean change) {
    /** What neither the catalogs of objects nor the grants have. */
    private static final String OTHERS = """
            SELECT pg_describe_object('pg_default_acl'::regclass, oid, 0) || ' are only in the database'
            FROM pg_default_acl
            UNION ALL
            SELECT format('large objects (%s) are only in the database', count(*))
            FROM pg_largeobject_metadata HAVING count(*) > 0
            """;

    /**
     * Compares a database with a scratch database that the revisions have made.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if one of them cannot be read
     */
    static UnmanagedObjects in(DataSource database, CatalogQueries queries, DataSource made, CatalogQueries madeQueries)
            throws SQLException {
        List<CatalogDifference> differences = CatalogDifference.between(Catalog.of(made), Catalog.of(database));
        List<String> sentences = new ArrayList<>();
        differences.forEach(difference -> sentences.add(difference.sentence("the database")));
        sentences.addAll(new GrantsAndSettings(queries).differencesTo(new GrantsAndSettings(madeQueries)));
        sentences.addAll(queries.list(OTHERS, row -> row.getString(1)));
        return new UnmanagedObjects(
                List.copyOf(sentences),
                differences.stream()
                        .anyMatch(difference -> difference.aspect().isPresent()
                                || difference.theirs().isEmpty()));
    }

    boolean isNone() {
        return sentences.isEmpty();
    }
}
