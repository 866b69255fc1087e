package derrick.migrations.verify;

import derrick.migrations.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rows of a table, in no order, each value as PostgreSQL writes it.
 *
 * @param columns in alphabetical order
 * @param rows the values of each row in the order of the columns; empty for NULL
 */
record TableRows(List<String> columns, List<List<Optional<String>>> rows) {
    private static final int SHORT = 24;

    static TableRows read(Connection connection, String table, Collection<String> names) throws SQLException {
        List<String> columns = names.stream().sorted().toList();
        String values = columns.stream()
                .map(column -> SqlQuoting.name(column) + "::text")
                .collect(Collectors.joining(", "));
        List<List<Optional<String>>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT %s FROM %s".formatted(values, table))) {
            while (answer.next()) {
                List<Optional<String>> row = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    row.add(Optional.ofNullable(answer.getString(column)));
                }
                rows.add(row);
            }
        }
        return new TableRows(columns, rows);
    }

    /** The columns that the other does not have. */
    List<String> columnsBeside(TableRows other) {
        return columns.stream()
                .filter(column -> !other.columns.contains(column))
                .toList();
    }

    /** Without some columns. */
    TableRows without(Collection<String> left) {
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!left.contains(columns.get(column))) {
                kept.add(column);
            }
        }
        return new TableRows(
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** Whether the other has the same rows, each as often. */
    boolean sameAs(TableRows other) {
        return columns.equals(other.columns) && counted(rows).equals(counted(other.rows));
    }

    /** What the other, of the same columns, has differently: the number of rows, or else what is in each column. */
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
        return found.isEmpty() ? List.of("its values stand in other rows") : found;
    }

    private Optional<String> difference(String column, TableRows other) {
        List<Optional<String>> lost = values(column);
        List<Optional<String>> come = other.values(column);
        for (Optional<String> value : values(column)) {
            if (come.remove(value)) {
                lost.remove(value);
            }
        }
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: %s, not %s (%d of %d rows)"
                        .formatted(column, shown(come.get(0)), shown(lost.get(0)), lost.size(), rows.size()));
    }

    /** The greatest number in a column; empty if there is none. */
    Optional<Long> greatest(String column) {
        return values(column).stream()
                .flatMap(Optional::stream)
                .map(Long::valueOf)
                .max(Long::compare);
    }

    private List<Optional<String>> values(String column) {
        int at = columns.indexOf(column);
        return rows.stream().map(row -> row.get(at)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, Long> counted(List<List<Optional<String>>> rows) {
        return rows.stream().collect(Collectors.groupingBy(List::toString, TreeMap::new, Collectors.counting()));
    }

    private static String shown(Optional<String> value) {
        return value.map(text -> text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…")
                .map(text -> "'" + text.replaceAll("\\s", " ") + "'")
                .orElse("NULL");
    }
}
