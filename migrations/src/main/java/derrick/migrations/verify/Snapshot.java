package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.reader.CatalogReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The schema and rows of a database.
 *
 * @param rows the rows by table
 * @param exhausted columns whose sequence would return a number that a row already has
 */
record Snapshot(Catalog catalog, Map<String, TableRows> rows, Set<String> exhausted) {
    /** Types that revisions fill with the current time or a random value. */
    private static final Pattern GENERATED_TYPE = Pattern.compile("timestamp|date$|time |uuid$");

    /** Table, column, and the query for the next number of its sequence. */
    private static final String SEQUENCES = """
            SELECT
                refobjid::regclass::text, attname,
                format(
                    'SELECT %L, (SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM %s)',
                    refobjid::regclass || '.' || attname, objid::regclass)
            FROM pg_depend
                JOIN pg_sequence ON seqrelid = objid
                JOIN pg_class ON pg_class.oid = refobjid
                JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i')
                AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
            """;

    /** Reads schema and rows. */
    static Snapshot of(Connection connection) {
        return of(connection, CatalogReader.read(connection));
    }

    /** Reads the rows of a known schema. */
    static Snapshot of(Connection connection, Catalog catalog) {
        Map<String, TableRows> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : catalog.tables().values()) {
                if (table.partitionOf().isPresent()) {
                    continue;
                }
                List<String> columns =
                        table.columns().stream().map(Column::name).toList();
                rows.put(table.name(), TableRows.read(connection, table.name(), columns));
            }
            return new Snapshot(catalog, rows, exhausted(statement, rows));
        } catch (SQLException failure) {
            throw new VerificationAborted(failure);
        }
    }

    private static Set<String> exhausted(Statement statement, Map<String, TableRows> rows) throws SQLException {
        List<String> queries = new ArrayList<>();
        try (ResultSet sequences = statement.executeQuery(SEQUENCES)) {
            while (sequences.next()) {
                String query = sequences.getString(3);
                String column = sequences.getString(2);
                Optional.ofNullable(rows.get(sequences.getString(1)))
                        .flatMap(table -> table.greatest(column))
                        .ifPresent(greatest -> queries.add(query + " <= " + greatest));
            }
        }
        Set<String> exhausted = new TreeSet<>();
        if (!queries.isEmpty()) {
            try (ResultSet results = statement.executeQuery(String.join(" UNION ALL ", queries))) {
                while (results.next()) {
                    if (results.getBoolean(2)) {
                        exhausted.add(results.getString(1));
                    }
                }
            }
        }
        return exhausted;
    }

    private Map<String, Set<String>> generatedColumns() {
        Map<String, Set<String>> generated = new LinkedHashMap<>();
        catalog.tables()
                .forEach((name, table) -> generated.put(
                        name,
                        table.columns().stream()
                                .filter(Snapshot::isGenerated)
                                .map(Column::name)
                                .collect(Collectors.toCollection(TreeSet::new))));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Table table : catalog.tables().values()) {
                for (ForeignKey key : ForeignKey.of(table).toList()) {
                    boolean refersToGenerated = generated.getOrDefault(key.parent(), Set.of()).stream()
                            .anyMatch(key.parentColumns()::contains);
                    changed |= refersToGenerated
                            && Objects.requireNonNull(generated.get(table.name()))
                                    .addAll(key.columns());
                }
            }
        }
        return generated;
    }

    private static boolean isGenerated(Column column) {
        return column.sequence().isPresent()
                || column.defaultValue() instanceof ColumnDefault.Identity
                || column.defaultValue()
                        .text()
                        .filter(text -> text.contains("nextval("))
                        .isPresent()
                || GENERATED_TYPE.matcher(column.type()).lookingAt();
    }

    /** Returns the differences of a later snapshot that the scripts do not declare. */
    List<Difference> differences(Snapshot later, ExpectedDifferences expected) {
        return differences(later, expected, Map.of());
    }

    /**
     * Returns the differences of a snapshot after a second run of the same upgrade. Sequence numbers, references to
     * them, times and random identifiers may differ.
     */
    List<Difference> differencesExceptGenerated(Snapshot later, ExpectedDifferences expected) {
        return differences(later, expected, generatedColumns());
    }

    private List<Difference> differences(
            Snapshot later, ExpectedDifferences expected, Map<String, Set<String>> columnsThatMayDiffer) {
        List<Difference> found = new ArrayList<>();
        CatalogDifference.between(catalog, later.catalog).forEach(difference -> found.add(Difference.of(difference)));
        rows.forEach((table, before) -> {
            TableRows after = later.rows.get(table);
            if (after != null) {
                // Compare all columns first: a comment may name a generated column.
                List<String> differences = expected.differences(table, before, after);
                Set<String> ignored = columnsThatMayDiffer.getOrDefault(table, Set.of());
                if (!differences.isEmpty() && !ignored.isEmpty()) {
                    differences = expected.differences(table, before.without(ignored), after.without(ignored));
                }
                for (String what : differences) {
                    found.add(new Difference(table, "rows of " + table + ": " + what));
                }
            }
        });
        for (String column : later.exhausted) {
            if (!exhausted.contains(column)) {
                found.add(new Difference(
                        column.replaceFirst("[.].*", ""),
                        "the sequence of %s would return a number in use".formatted(column)));
            }
        }
        return found;
    }
}
