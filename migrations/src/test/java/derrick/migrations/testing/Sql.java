package derrick.migrations.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;

/** Asks a database in plain SQL, past all that is being tested. */
public record Sql(DataSource dataSource) {
    /** Runs statements one after the other. */
    public void run(String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** The rows of an answer, their columns as text between blanks, NULL as a dash. */
    public List<String> rows(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (answer.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    String value = answer.getString(column);
                    row.add(value == null ? "-" : value);
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }
}
