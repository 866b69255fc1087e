package derrick.migrations.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs small queries that return one value or one column. Parameters are strings or longs. */
public final class JdbcQuery {
    private JdbcQuery() {}

    /** Returns the boolean in the first row and column. */
    public static boolean isTrue(Connection connection, String query, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Returns the first row's first column as text; empty if there is no row or the value is NULL. */
    public static Optional<String> text(Connection connection, String query, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /** Returns the first column of all rows as text. */
    public static List<String> texts(Connection connection, String query, @Nullable Object... parameters)
            throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static PreparedStatement prepare(Connection connection, String query, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        try {
            for (int number = 1; number <= parameters.length; number++) {
                Object value = parameters[number - 1];
                statement.setObject(number, value, value instanceof Long ? Types.BIGINT : Types.VARCHAR);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }
}
