package derrick.migrations.verify;

import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rows of a table in no order, with values in text form.
 *
 * @param columns in alphabetical order
 * @param rows the values of each row in the order of the columns; empty for NULL
 */
record TableRows(List<String> columns, List<List<Optional<String>>> rows) {
    private static final int MAX_SHOWN = 24;

    static TableRows read(Connection connection, String table, Collection<String> names) throws SQLException {
        List<String> columns = names.stream().sorted().toList();
        String values = columns.stream()
                .map(column -> SqlQuoting.name(column) + "::text")
                .collect(Collectors.joining(", "));
        return new TableRows(
                columns, JdbcQuery.list(connection, "SELECT %s FROM %s".formatted(values, table), results -> {
                    List<Optional<String>> row = new ArrayList<>();
                    for (int column = 1; column <= columns.size(); column++) {
                        row.add(Optional.ofNullable(results.getString(column)));
                    }
                    return row;
                }));
    }

    /** Returns the columns that the other does not have. */
    List<String> columnsMissingIn(TableRows other) {
        return columns.stream()
                .filter(column -> !other.columns.contains(column))
                .toList();
    }

    /** Returns the rows without some columns. */
    TableRows without(Collection<String> removed) {
        List<Integer> indexes = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!removed.contains(columns.get(column))) {
                indexes.add(column);
            }
        }
        return new TableRows(
                indexes.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> indexes.stream().map(row::get).toList())
                        .toList());
    }

    /** Returns true if the other has the same rows, each equally often. */
    boolean sameAs(TableRows other) {
        return columns.equals(other.columns) && countRows(rows).equals(countRows(other.rows));
    }

    /** Returns how the other differs: in the number of rows, or else in the values of each column. */
    List<String> differences(TableRows other) {
        if (sameAs(other)) {
            return List.of();
        }
        if (rows.size() != other.rows.size()) {
            return List.of("%d rows, not %d".formatted(other.rows.size(), rows.size()));
        }
        List<String> found = new ArrayList<>();
        for (String column : columns) {
            difference(column, other).ifPresent(found::add);
        }
        return found.isEmpty() ? List.of("its values are in different rows") : found;
    }

    private Optional<String> difference(String column, TableRows other) {
        List<Optional<String>> missing = values(column);
        List<Optional<String>> added = other.values(column);
        for (Optional<String> value : values(column)) {
            if (added.remove(value)) {
                missing.remove(value);
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: %s, not %s (%d of %d rows)"
                        .formatted(column, shown(added.get(0)), shown(missing.get(0)), missing.size(), rows.size()));
    }

    /** Returns the greatest number in a column; empty if it has none. */
    Optional<Long> greatest(String column) {
        return values(column).stream()
                .flatMap(Optional::stream)
                .map(Long::valueOf)
                .max(Long::compare);
    }

    private List<Optional<String>> values(String column) {
        int index = columns.indexOf(column);
        return rows.stream().map(row -> row.get(index)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, Long> countRows(List<List<Optional<String>>> rows) {
        return rows.stream().collect(Collectors.groupingBy(List::toString, TreeMap::new, Collectors.counting()));
    }

    private static String shown(Optional<String> value) {
        return value.map(text -> text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN - 1) + "…")
                .map(text -> "'" + text.replaceAll("\\s", " ") + "'")
                .orElse("NULL");
    }
}
