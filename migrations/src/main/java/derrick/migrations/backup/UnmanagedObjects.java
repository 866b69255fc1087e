package derrick.migrations.backup;

import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.reader.CatalogReader;
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
    /**
     * What catalogs leave out and revisions may make: the tables that a conversion sets aside, and what roles may do
     * with the database, except for the role that {@code up} makes for itself.
     */
    private static final String COMPARED = """
            SELECT format('table derrick_legacy.%I', relname)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = 'derrick_legacy' AND relkind IN ('r', 'p')
            UNION ALL
            SELECT concat('grant of ', privilege_type, ' on database to ', coalesce(rolname, 'PUBLIC'))
            FROM pg_database
                CROSS JOIN LATERAL aclexplode(coalesce(datacl, acldefault('d', datdba)))
                LEFT JOIN pg_roles ON pg_roles.oid = grantee
            WHERE datname = current_database() AND grantee <> datdba
                AND grantee IS DISTINCT FROM to_regrole('derrick_api')
                AND privilege_type IN ('CONNECT', 'CREATE', 'TEMPORARY')
            ORDER BY 1
            """;

    private static final String LARGE_OBJECTS = """
            SELECT format('group of %s large objects', count(*)) FROM pg_largeobject_metadata HAVING count(*) > 0
            """;

    /**
     * Compares a database with a scratch database that the revisions have made.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if one of them cannot be read
     */
    static UnmanagedObjects in(DataSource database, CatalogQueries queries, DataSource made, CatalogQueries madeQueries)
            throws SQLException {
        List<CatalogDifference> differences =
                CatalogDifference.between(CatalogReader.read(made), CatalogReader.read(database));
        List<String> sentences = new ArrayList<>();
        differences.forEach(difference -> sentences.add(difference.sentence("the database")));
        List<String> more = new ArrayList<>(queries.texts(LARGE_OBJECTS));
        new GrantsAndSettings(queries)
                .settings().stream()
                        .filter(setting -> !GrantsAndSettings.isManaged(setting))
                        .map(setting -> "setting " + setting.name()
                                + setting.role().map(role -> " of role " + role).orElse(""))
                        .forEach(more::add);
        List<String> actual = queries.texts(COMPARED);
        List<String> expected = madeQueries.texts(COMPARED);
        actual.stream().filter(object -> !expected.contains(object)).forEach(more::add);
        more.forEach(object -> sentences.add(object + " is only in the database"));
        expected.stream()
                .filter(object -> !actual.contains(object))
                .forEach(object -> sentences.add(object + " is missing in the database"));
        return new UnmanagedObjects(
                List.copyOf(sentences),
                differences.stream()
                        .anyMatch(difference -> difference.attribute().isPresent()
                                || difference.actual().isEmpty()));
    }

    boolean isNone() {
        return sentences.isEmpty();
    }
}
