package derrick.migrations.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs small queries and statements. Parameters are strings or longs. */
public final class JdbcQuery {
    private JdbcQuery() {}

    /** Maps a row to an object. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Statements that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

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
        return list(connection, query, row -> row.getString(1), parameters);
    }

    /** Returns all rows, each mapped to an object. */
    public static <T> List<T> list(
            Connection connection, String query, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        List<T> objects = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                objects.add(mapper.map(rows));
            }
        }
        return objects;
    }

    /** Runs a statement, or several, whose results are ignored. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Runs statements in a savepoint and rolls back to it on failure; returns the failure, or empty on success. */
    public static Optional<SQLException> inSavepoint(Connection connection, Work work) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            work.run();
        } catch (SQLException failure) {
            connection.rollback(savepoint);
            return Optional.of(failure);
        }
        connection.releaseSavepoint(savepoint);
        return Optional.empty();
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
