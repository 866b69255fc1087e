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
 * The values of rows that revisions insert. Seeded rows do not use their keys, so that no duplicate key occurs.
 */
final class InsertedRows {
    /** Values in lower case, by table and column. */
    private final Map<String, Map<String, Set<String>>> values = new HashMap<>();

    /** Adds all rows of the database. */
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
        } catch (SQLException failure) {
            throw new VerificationAborted(failure);
        }
    }

    private void add(String table, TableRows rows) {
        for (List<Optional<String>> row : rows.rows()) {
            Map<String, Set<String>> columns = values.computeIfAbsent(table, none -> new HashMap<>());
            for (int column = 0; column < row.size(); column++) {
                Set<String> columnValues =
                        columns.computeIfAbsent(rows.columns().get(column), none -> new HashSet<>());
                row.get(column).map(InsertedRows::lowerCase).ifPresent(columnValues::add);
            }
        }
    }

    /** Returns true if a revision inserts rows into the table. */
    boolean isInsertedInto(String table) {
        return values.containsKey(table);
    }

    /** Returns true if a revision inserts a row with this value; case is ignored. */
    boolean has(String table, String column, String value) {
        return of(table, column).contains(lowerCase(value));
    }

    /** Returns the values of a column in the rows that revisions insert. */
    Set<String> of(String table, String column) {
        return values.getOrDefault(table, Map.of()).getOrDefault(column, Set.of());
    }

    private static String lowerCase(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
