package derrick.migrations.catalog.reader;

import derrick.migrations.catalog.CatalogObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query of the catalogs, for the database that a connection is to. */
record CatalogQuery(String sql) {
    /** Makes an object of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** The answer's objects by their names, in the order of the answer. */
    <T extends CatalogObject> Map<String, T> byName(Connection connection, Mapper<T> mapper) throws SQLException {
        Map<String, T> objects = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                T object = mapper.map(rows);
                objects.put(object.name(), object);
            }
        }
        return objects;
    }

    /** The answer's objects by the name of the table that they belong to, which is the answer's first column. */
    <T> Map<String, List<T>> byTable(Connection connection, Mapper<T> mapper) throws SQLException {
        Map<String, List<T>> objects = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                objects.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(mapper.map(rows));
            }
        }
        return objects;
    }

    /** The texts of an array that may be missing. */
    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A text that may be missing. */
    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
