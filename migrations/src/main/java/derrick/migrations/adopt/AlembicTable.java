package derrick.migrations.adopt;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table in which Alembic keeps where it is: one row for each head. */
record AlembicTable(Connection connection) {
    static final String NAME = "alembic_version";

    /** What the predecessor's first revision was called, in the texts and files that there are of it. */
    static final Set<String> FIRST = Set.of("001_initial", "001_initial_schema", "001");

    /** In the schema that connections begin in, or else in another, as Alembic's version_table_schema has it. */
    private static final String PLACES = """
            SELECT format('%I.%I', nspname, relname)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relname = 'alembic_version' AND relkind = 'r' AND has_schema_privilege(nspname, 'USAGE')
            ORDER BY nspname = current_schema() DESC, nspname
            """;

    /** The revisions that it names; empty if there is no such table. */
    Optional<List<String>> heads() throws SQLException {
        Optional<String> place = place();
        return place.isPresent()
                ? Optional.of(texts("SELECT version_num FROM %s ORDER BY version_num".formatted(place.get())))
                : Optional.empty();
    }

    private Optional<String> place() throws SQLException {
        return texts(PLACES).stream().findFirst();
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /**
     * Makes sure that Alembic is at its first revision.
     *
     * @throws AdoptionRefused if it is elsewhere, at several, or nowhere
     */
    void requireFirst() throws SQLException {
        List<String> heads = heads().orElseThrow(() ->
                new AdoptionRefused("there is no table alembic_version, so Alembic does not manage this database;"
                        + " tables made by hand are taken over with 'derrick stamp 001'"));
        if (heads.isEmpty()) {
            throw new AdoptionRefused("alembic_version has no row: Alembic is at no revision here;"
                    + " if the tables are those of 001, 'derrick stamp 001' takes them over");
        }
        if (heads.size() > 1) {
            throw new AdoptionRefused("alembic_version names several heads, %s; bring Alembic to 001_initial first"
                    .formatted(String.join(" and ", heads)));
        }
        if (!FIRST.contains(heads.get(0))) {
            throw new AdoptionRefused(("alembic_version names %s, of which nothing is known here;"
                            + " adopt takes over 001_initial, to which 'alembic downgrade 001_initial' leads")
                    .formatted(heads.get(0)));
        }
    }

    /** Takes the table away, after a last look, for Alembic knows no lock of ours; throws as the look does. */
    void drop() throws SQLException {
        Optional<String> place = place();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '5s'");
            if (place.isPresent()) {
                statement.execute("LOCK TABLE " + place.get());
            }
            requireFirst();
            statement.execute("DROP TABLE " + place.orElseThrow());
        }
    }
}
