package derrick.migrations.catalog.reader;

import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.postgres.JdbcQuery.RowMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query of the system catalogs. */
record CatalogQuery(String sql) {
    private static final String ELEMENT = "(?:'(?:[^']|'')*'|[\\w.\"]+)(?:::[\\w ]+(?:\\(\\d+\\))?)?";
    private static final Pattern ONE_ELEMENT = Pattern.compile(ELEMENT);
    private static final Pattern LIST =
            Pattern.compile("ARRAY\\[(%1$s(?:, %1$s)*)\\](::[\\w ]+)\\[\\]".formatted(ELEMENT));

    /** Parentheses around the operand of a cast, which pretty-printing omits. */
    private static final Pattern PARENTHESES =
            Pattern.compile("(?<![\\w\"])\\((%1$s|ARRAY\\[%1$s(?:, %1$s)*\\])\\)(?=::)".formatted(ELEMENT));

    /** Returns the objects by their names, in the order of the rows. */
    <T extends CatalogObject> Map<String, T> byName(Connection connection, RowMapper<T> mapper) throws SQLException {
        Map<String, T> objects = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                T object = mapper.map(rows);
                objects.put(object.name(), object);
            }
        }
        return objects;
    }

    /** Returns the objects by the name of their table, which is the first column. */
    <T> Map<String, List<T>> byTable(Connection connection, RowMapper<T> mapper) throws SQLException {
        Map<String, List<T>> objects = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                objects.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(mapper.map(rows));
            }
        }
        return objects;
    }

    /** Returns the elements of an array; none if it is NULL. */
    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Returns a text; empty if it is NULL. */
    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /**
     * Returns SQL in the form that PostgreSQL prints after parsing its own output.
     *
     * <p>At first it prints the cast of a list after the list, as in {@code ARRAY['a'::character varying]::text[]}. It
     * parses that as a cast of each element and prints it so from then on. Without this a restored dump would differ
     * from its origin.
     */
    static String normalized(String printed) {
        return LIST.matcher(PARENTHESES.matcher(printed).replaceAll("$1"))
                .replaceAll(list -> Matcher.quoteReplacement(
                        "ARRAY[" + ONE_ELEMENT.matcher(list.group(1)).replaceAll("$0" + list.group(2)) + "]"));
    }
}
