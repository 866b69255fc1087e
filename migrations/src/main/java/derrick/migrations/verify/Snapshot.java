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
 * Schema and rows of a database at one step of the way.
 *
 * @param rows by table
 * @param spent the columns whose sequence would give the next row a number that is already taken
 */
record Snapshot(Catalog catalog, Map<String, TableRows> rows, Set<String> spent) {
    /** Of what a revision fills with the time or a random value. */
    private static final Pattern GENERATED_TYPE = Pattern.compile("timestamp|date$|time |uuid$");

    /** Table, column, and what to ask for the number that the next row gets. */
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

    /** What is there now. */
    static Snapshot of(Connection connection) {
        return of(connection, CatalogReader.read(connection));
    }

    /** The rows that are there now, in a schema that is known. */
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
            return new Snapshot(catalog, rows, spent(statement, rows));
        } catch (SQLException refused) {
            throw new VerificationAborted(refused);
        }
    }

    private static Set<String> spent(Statement statement, Map<String, TableRows> rows) throws SQLException {
        List<String> questions = new ArrayList<>();
        try (ResultSet sequences = statement.executeQuery(SEQUENCES)) {
            while (sequences.next()) {
                String question = sequences.getString(3);
                String column = sequences.getString(2);
                Optional.ofNullable(rows.get(sequences.getString(1)))
                        .flatMap(table -> table.greatest(column))
                        .ifPresent(greatest -> questions.add(question + " <= " + greatest));
            }
        }
        Set<String> spent = new TreeSet<>();
        if (!questions.isEmpty()) {
            try (ResultSet answers = statement.executeQuery(String.join(" UNION ALL ", questions))) {
                while (answers.next()) {
                    if (answers.getBoolean(2)) {
                        spent.add(answers.getString(1));
                    }
                }
            }
        }
        return spent;
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
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Table table : catalog.tables().values()) {
                for (ForeignKey key : ForeignKey.of(table).toList()) {
                    boolean leadsThere = generated.getOrDefault(key.parent(), Set.of()).stream()
                            .anyMatch(key.parentColumns()::contains);
                    grown |= leadsThere
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

    /** What a later one, which should be the same, has differently, but for what the scripts declared. */
    List<Difference> differences(Snapshot later, ExpectedDifferences declared) {
        return differences(later, declared, Map.of());
    }

    /**
     * The same for what a revision made of the same rows at another time: numbers of sequences and what refers to them,
     * times and random identifiers may differ.
     */
    List<Difference> differencesButGenerated(Snapshot later, ExpectedDifferences declared) {
        return differences(later, declared, generatedColumns());
    }

    private List<Difference> differences(
            Snapshot later, ExpectedDifferences declared, Map<String, Set<String>> columnsThatMayDiffer) {
        List<Difference> found = new ArrayList<>();
        CatalogDifference.between(catalog, later.catalog).forEach(difference -> found.add(Difference.of(difference)));
        rows.forEach((table, before) -> {
            TableRows after = later.rows.get(table);
            if (after != null) {
                // All columns first, since a declaration may be about one that may differ anyway.
                List<String> differences = declared.differences(table, before, after);
                Set<String> left = columnsThatMayDiffer.getOrDefault(table, Set.of());
                if (!differences.isEmpty() && !left.isEmpty()) {
                    differences = declared.differences(table, before.without(left), after.without(left));
                }
                for (String what : differences) {
                    found.add(new Difference(table, "rows of " + table + ": " + what));
                }
            }
        });
        for (String column : later.spent) {
            if (!spent.contains(column)) {
                found.add(new Difference(
                        column.replaceFirst("[.].*", ""), "the next number for %s is taken".formatted(column)));
            }
        }
        return found;
    }
}
