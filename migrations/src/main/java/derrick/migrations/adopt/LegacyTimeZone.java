package derrick.migrations.adopt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The zone of the times that were written without one: a setting of the database, which the revisions read. */
record LegacyTimeZone(Connection connection) {
    /** The zone that was named, as sessions see it that begin now. */
    Optional<String> current() throws SQLException {
        return text("SELECT nullif(current_setting('derrick.legacy_time_zone', true), ?)", "");
    }

    /**
     * The name as the server writes it.
     *
     * @throws UnknownTimeZone if it has none such
     */
    String known(String name) throws SQLException {
        return text("SELECT name FROM pg_timezone_names WHERE lower(name) = lower(?)", name)
                .orElseThrow(() -> new UnknownTimeZone(name));
    }

    /** Writes it down, for the sessions that begin after. */
    void set(String name) throws SQLException {
        String sql = text(
                        "SELECT format('ALTER DATABASE %I SET derrick.legacy_time_zone = %L', current_database(), ?)",
                        name)
                .orElseThrow();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Optional<String> text(String query, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
