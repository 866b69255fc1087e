package derrick.migrations.backup;

import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.JdbcQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The differences between a database and its revisions, which a backup by COPY does not save.
 *
 * @param sentences one sentence for each difference
 * @param change true if an object of the revisions is missing or differs, so that its rows may not fit
 */
record UnmanagedObjects(List<String> sentences, boolean change) {
    /**
     * What catalogs leave out and revisions may create: the tables of a conversion, and privileges on the database,
     * except for the role that {@code up} creates for itself.
     */
    private static final String OTHER_OBJECTS = """
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
     * Compares a database with a scratch database that the revisions created.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if one of them cannot be read
     */
    static UnmanagedObjects in(
            DataSource database, Connection connection, DataSource scratch, Connection scratchConnection)
            throws SQLException {
        List<CatalogDifference> differences =
                CatalogDifference.between(CatalogReader.read(scratch), CatalogReader.read(database));
        List<String> sentences = new ArrayList<>();
        differences.forEach(difference -> sentences.add(difference.sentence("the database")));
        List<String> additional = new ArrayList<>(JdbcQuery.texts(connection, LARGE_OBJECTS));
        new GrantsAndSettings(connection)
                .settings().stream()
                        .filter(setting -> !GrantsAndSettings.isManaged(setting))
                        .map(setting -> "setting " + setting.name()
                                + setting.role().map(role -> " of role " + role).orElse(""))
                        .forEach(additional::add);
        List<String> actual = JdbcQuery.texts(connection, OTHER_OBJECTS);
        List<String> expected = JdbcQuery.texts(scratchConnection, OTHER_OBJECTS);
        actual.stream().filter(object -> !expected.contains(object)).forEach(additional::add);
        additional.forEach(object -> sentences.add(object + " is only in the database"));
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
