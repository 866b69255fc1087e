package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Schema and rows of a database at one step of the way.
 *
 * @param rows by table
 * @param spent the columns whose sequence would give the next row a number that is already taken
 */
record Snapshot(Catalog catalog, Map<String, TableRows> rows, Set<String> spent) {
    /** What a sequence says next, and whether a row has that number or one above. */
    private static final String SPENT = """
            SELECT
                (SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM %s)
                <= (SELECT max(%s) FROM %s)
            """;

    static Snapshot of(DataSource database) {
        Catalog catalog = Catalog.of(database);
        Map<String, TableRows> rows = new LinkedHashMap<>();
        Set<String> spent = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (Table table : catalog.tables().values()) {
                List<String> columns =
                        table.columns().stream().map(Column::name).toList();
                rows.put(table.name(), TableRows.read(connection, table.name(), columns));
                for (Column column : table.columns()) {
                    if (column.sequence().isPresent() && isSpent(connection, table.name(), column.name())) {
                        spent.add(table.name() + "." + column.name());
                    }
                }
            }
        } catch (SQLException refused) {
            throw new VerificationBroken(refused);
        }
        return new Snapshot(catalog, rows, spent);
    }

    private static boolean isSpent(Connection connection, String table, String column) throws SQLException {
        Optional<String> sequence = one(
                connection,
                "SELECT pg_get_serial_sequence('%s', '%s')"
                        .formatted(Identifier.quoted(table).replace("'", "''"), column.replace("'", "''")));
        return sequence.isPresent()
                && one(connection, SPENT.formatted(sequence.get(), Identifier.quoted(column), Identifier.quoted(table)))
                        .equals(Optional.of("t"));
    }

    private static Optional<String> one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return Optional.ofNullable(answer.getString(1));
        }
    }

    /** What a later one, which should be the same, has differently, but for what the scripts declared. */
    List<Difference> differences(Snapshot later, Declarations declared) {
        List<Difference> found = new ArrayList<>();
        CatalogDifference.between(catalog, later.catalog).forEach(difference -> found.add(Difference.of(difference)));
        rows.forEach((table, before) -> {
            TableRows after = later.rows.get(table);
            if (after != null) {
                for (String what : declared.differences(table, before, after)) {
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
