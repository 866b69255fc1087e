package derrick.migrations.adopt;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Alembic's table {@code alembic_version}, with one row for each head. */
record AlembicTable(Connection connection) {
    static final String NAME = "alembic_version";

    /** The names of i-Drill's first revision in its guide and its files. */
    static final Set<String> FIRST = Set.of("001_initial", "001_initial_schema", "001");

    /** The current schema comes first; Alembic's version_table_schema can name another. */
    private static final String TABLES = """
            SELECT format('%I.%I', nspname, relname)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relname = 'alembic_version' AND relkind = 'r' AND has_schema_privilege(nspname, 'USAGE')
            ORDER BY nspname = current_schema() DESC, nspname
            """;

    /** Returns the revisions in it; empty if there is no such table. */
    Optional<List<String>> heads() throws SQLException {
        Optional<String> table = table();
        return table.isPresent()
                ? Optional.of(texts("SELECT version_num FROM %s ORDER BY version_num".formatted(table.get())))
                : Optional.empty();
    }

    private Optional<String> table() throws SQLException {
        return texts(TABLES).stream().findFirst();
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
     * Checks that Alembic is at its first revision.
     *
     * @throws AdoptionRefused if it is at another one, at several, or at none
     */
    void requireFirst() throws SQLException {
        List<String> heads = heads().orElseThrow(() ->
                new AdoptionRefused("there is no table alembic_version, so Alembic does not manage this database;"
                        + " for tables made by hand use 'derrick stamp 001'"));
        if (heads.isEmpty()) {
            throw new AdoptionRefused(
                    "alembic_version is empty; if the tables are those of 001," + " use 'derrick stamp 001'");
        }
        if (heads.size() > 1) {
            throw new AdoptionRefused("alembic_version has several heads, %s; downgrade Alembic to 001_initial first"
                    .formatted(String.join(" and ", heads)));
        }
        if (!FIRST.contains(heads.get(0))) {
            throw new AdoptionRefused(("alembic_version is at %s, which Derrick does not know;"
                            + " run 'alembic downgrade 001_initial' first")
                    .formatted(heads.get(0)));
        }
    }

    /**
     * Drops the table. The revision is checked again under a table lock, since Alembic does not take Derrick's lock.
     *
     * @throws AdoptionRefused as {@link #requireFirst}
     */
    void drop() throws SQLException {
        Optional<String> table = table();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '5s'");
            if (table.isPresent()) {
                statement.execute("LOCK TABLE " + table.get());
            }
            requireFirst();
            statement.execute("DROP TABLE " + table.orElseThrow());
        }
    }
}
