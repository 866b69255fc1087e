package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of rows that revisions insert themselves, as a database without other rows has them. Rows that are seeded
 * keep clear of them, so that neither takes the key of the other.
 */
final class InsertedRows {
    /** Table, column and values, in small letters. */
    private final Map<String, Map<String, Set<String>>> values = new HashMap<>();

    /** Adds the rows that are there after a revision. */
    void read(Connection connection, Catalog catalog) {
        try {
            for (Table table : catalog.tables().values()) {
                add(
                        table.name(),
                        TableRows.read(
                                connection,
                                table.name(),
                                table.columns().stream().map(Column::name).toList()));
            }
        } catch (SQLException refused) {
            throw new VerificationAborted(refused);
        }
    }

    private void add(String table, TableRows rows) {
        for (List<Optional<String>> row : rows.rows()) {
            Map<String, Set<String>> columns = values.computeIfAbsent(table, none -> new HashMap<>());
            for (int column = 0; column < row.size(); column++) {
                Set<String> known = columns.computeIfAbsent(rows.columns().get(column), none -> new HashSet<>());
                row.get(column).map(InsertedRows::folded).ifPresent(known::add);
            }
        }
    }

    /** Whether a revision inserts rows into a table. */
    boolean isIn(String table) {
        return values.containsKey(table);
    }

    /** Whether a row that a revision inserts has a value, in letters of either case. */
    boolean has(String table, String column, String value) {
        return of(table, column).contains(folded(value));
    }

    /** What the rows that revisions insert have in a column. */
    Set<String> of(String table, String column) {
        return values.getOrDefault(table, Map.of()).getOrDefault(column, Set.of());
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
