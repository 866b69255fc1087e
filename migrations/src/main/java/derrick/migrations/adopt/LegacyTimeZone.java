package derrick.migrations.adopt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The time zone of times that are stored without one: a setting of the database that the revisions read. */
record LegacyTimeZone(Connection connection) {
    /** Returns the recorded zone, as a new session sees it. */
    Optional<String> current() throws SQLException {
        return text("SELECT nullif(current_setting('derrick.legacy_time_zone', true), ?)", "");
    }

    /**
     * Returns the zone's name in the server's spelling.
     *
     * @throws UnknownTimeZone if the server has no such zone
     */
    String known(String name) throws SQLException {
        return text("SELECT name FROM pg_timezone_names WHERE lower(name) = lower(?)", name)
                .orElseThrow(() -> new UnknownTimeZone(name));
    }

    /** Records the zone for sessions that begin later. */
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
